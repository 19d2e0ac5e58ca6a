/** What an article is at a given moment, and when that changes by itself. Pure: the moment is an argument. */
import { type Article, visibleFrom } from '../article/article.ts';
import { DAY } from '../lib/time.ts';

export type Standing = 'waiting' | 'shown' | 'held' | 'withdrawn' | 'expired';
/** In a feed as itself, as an announced removal, or no longer. */
export type Listed = 'shown' | 'removed' | 'gone';

export interface Phase {
  readonly standing: Standing;
  /** Null: no feed has ever known it, and none shall hear of it. */
  readonly listed: Listed | null;
  /** Milliseconds; null: never. */
  readonly dueAt: number | null;
  /** Where it stands among the others, newest first. */
  readonly position: number;
}

/** How long a removal stays announced (invariant 4). */
export const ANNOUNCED_FOR = 30 * DAY;

export function phaseOf(article: Article, everListed: boolean, now: number): Phase {
  const from = visibleFrom(article);
  const shownAt = Math.max(from, ...article.corrections.map((correction) => correction.date));
  if (article.withdrawal) return removed('withdrawn', article.withdrawal.date, from, everListed, now);
  if (article.status === 'held') return away('held', null, shownAt, everListed);
  if (now < from) return away('waiting', from, shownAt, everListed);
  if (article.expiresAt !== null && now >= article.expiresAt)
    return removed('expired', article.expiresAt, from, everListed, now);
  return { standing: 'shown', listed: 'shown', dueAt: article.expiresAt, position: Math.min(shownAt, now) };
}

const away = (standing: Standing, dueAt: number | null, position: number, everListed: boolean): Phase => ({
  standing,
  listed: everListed ? 'gone' : null,
  dueAt,
  position,
});

/** Announced only if it was to be seen before: a story withdrawn under embargo is never spoken of. */
function removed(
  standing: 'withdrawn' | 'expired',
  date: number,
  from: number,
  everListed: boolean,
  now: number,
): Phase {
  if (date < from && !everListed) return { standing, listed: null, dueAt: null, position: date };
  const until = date + ANNOUNCED_FOR;
  return now < until
    ? { standing, listed: 'removed', dueAt: until, position: date }
    : { standing, listed: everListed ? 'gone' : null, dueAt: null, position: date };
}
