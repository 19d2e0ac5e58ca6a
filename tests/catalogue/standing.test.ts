/** What an article is at a given moment, and when that changes by itself. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { ANNOUNCED_FOR, phaseOf } from '../../src/catalogue/standing.ts';
import { civilDay, DAY, MINUTE, SECOND } from '../../src/lib/time.ts';
import { own, published } from '../feed/fixtures.ts';

const PUBLISHED = Date.UTC(2026, 10, 3, 6, 30);
const LATER = PUBLISHED + 10 * DAY;
const plain: Article = { ...published(own).article, corrections: [] };
const withdrawnAt = (date: number): Article => ({ ...plain, status: 'withdrawn', withdrawal: { reason: 'x', date } });

describe('an embargo', () => {
  const waiting = { ...plain, embargoedUntil: LATER };

  it('holds to its last millisecond, and is due at its end', () => {
    expect(phaseOf(waiting, false, LATER - 1)).toEqual({
      standing: 'waiting',
      listed: null,
      dueAt: LATER,
      position: LATER,
    });
  });

  it('lifts at its very moment', () => {
    expect(phaseOf(waiting, false, LATER)).toMatchObject({ standing: 'shown', listed: 'shown', position: LATER });
    expect(phaseOf(waiting, false, LATER + 1)).toMatchObject({ standing: 'shown' });
  });

  it('is also a date in the future', () => {
    expect(phaseOf(plain, false, PUBLISHED - 1)).toMatchObject({ standing: 'waiting', dueAt: PUBLISHED });
  });

  it('before the date waits for the date', () => {
    const early = { ...plain, embargoedUntil: PUBLISHED - DAY };
    expect(phaseOf(early, false, PUBLISHED - 1)).toMatchObject({ standing: 'waiting', dueAt: PUBLISHED });
  });

  it('set on an article that was shown takes it from the feeds', () => {
    expect(phaseOf(waiting, true, LATER - 1)).toMatchObject({ standing: 'waiting', listed: 'gone', dueAt: LATER });
  });
});

describe('an expiry', () => {
  const expiring = { ...plain, expiresAt: LATER };

  it('is due while it is shown', () => {
    expect(phaseOf(expiring, true, LATER - 1)).toMatchObject({ standing: 'shown', dueAt: LATER });
  });

  it('is announced from its very moment, for 30 days', () => {
    const until = LATER + ANNOUNCED_FOR;
    expect(ANNOUNCED_FOR).toBe(30 * DAY);
    expect(phaseOf(expiring, true, LATER)).toEqual({
      standing: 'expired',
      listed: 'removed',
      dueAt: until,
      position: LATER,
    });
    expect(phaseOf(expiring, true, until - 1)).toMatchObject({ listed: 'removed' });
    expect(phaseOf(expiring, true, until)).toMatchObject({ standing: 'expired', listed: 'gone', dueAt: null });
  });
});

describe('a withdrawal', () => {
  it('is announced for 30 days and then forgotten', () => {
    const until = LATER + ANNOUNCED_FOR;
    expect(phaseOf(withdrawnAt(LATER), true, LATER)).toMatchObject({
      standing: 'withdrawn',
      listed: 'removed',
      dueAt: until,
    });
    expect(phaseOf(withdrawnAt(LATER), true, until - 1)).toMatchObject({ listed: 'removed' });
    expect(phaseOf(withdrawnAt(LATER), true, until)).toMatchObject({ listed: 'gone', dueAt: null });
  });

  it('under embargo is never announced, then or later', () => {
    const gone = { ...withdrawnAt(LATER - 1), embargoedUntil: LATER };
    for (const now of [LATER - 1, LATER, LATER + DAY, LATER + ANNOUNCED_FOR])
      expect(phaseOf(gone, false, now)).toMatchObject({ standing: 'withdrawn', listed: null, dueAt: null });
  });

  it('of an article shown before its embargo was set is announced', () => {
    const gone = { ...withdrawnAt(LATER - 1), embargoedUntil: LATER };
    expect(phaseOf(gone, true, LATER - 1)).toMatchObject({ listed: 'removed' });
  });

  it('wins over an expiry and over being held', () => {
    expect(phaseOf({ ...withdrawnAt(LATER), expiresAt: LATER - DAY }, true, LATER)).toMatchObject({
      standing: 'withdrawn',
    });
  });

  it('that nobody heard of in time is not spoken of', () => {
    expect(phaseOf(withdrawnAt(LATER), false, LATER + ANNOUNCED_FOR)).toMatchObject({ listed: null });
  });
});

describe('a held article', () => {
  const held: Article = { ...plain, status: 'held', expiresAt: LATER, embargoedUntil: LATER - DAY };

  it('is nowhere, at any time, and nothing about it falls due', () => {
    for (const now of [PUBLISHED - DAY, PUBLISHED, LATER, LATER + DAY])
      expect(phaseOf(held, false, now)).toMatchObject({ standing: 'held', listed: null, dueAt: null });
  });

  it('that was shown is gone from the feeds', () => {
    expect(phaseOf(held, true, LATER)).toMatchObject({ standing: 'held', listed: 'gone' });
  });
});

describe('the place among the others', () => {
  const corrected: Article = {
    ...plain,
    corrections: [
      { date: LATER, text: 'a' },
      { date: PUBLISHED + DAY, text: 'b' },
    ],
  };

  it('is that of publication', () => {
    expect(phaseOf(plain, true, LATER).position).toBe(PUBLISHED);
  });

  it('moves up with the newest correction, so that readers see it', () => {
    expect(phaseOf(corrected, true, LATER + DAY).position).toBe(LATER);
  });

  it('is never in the future', () => {
    expect(phaseOf(corrected, true, LATER - DAY).position).toBe(LATER - DAY);
  });

  it('of a correction before publication is that of publication', () => {
    const early = { ...plain, corrections: [{ date: PUBLISHED - DAY, text: 'a' }] };
    expect(phaseOf(early, true, LATER).position).toBe(PUBLISHED);
  });
});

describe('a change to winter time, when 02:30 comes twice in Oslo', () => {
  const first = Date.parse('2026-10-25T02:30:00+02:00');
  const second = Date.parse('2026-10-25T02:30:00+01:00');
  const until = (embargoedUntil: number): Article => ({ ...plain, published: first - DAY, embargoedUntil });

  it('each is a moment of its own, an hour apart', () => {
    expect(second - first).toBe(60 * MINUTE);
    expect(phaseOf(until(first), false, first)).toMatchObject({ standing: 'shown' });
    expect(phaseOf(until(second), false, first)).toMatchObject({ standing: 'waiting', dueAt: second });
    expect(phaseOf(until(second), false, second)).toMatchObject({ standing: 'shown' });
  });

  it('a day has 25 hours, and its days are told apart in the publication’s zone', () => {
    const midnight = Date.parse('2026-10-25T00:00:00+02:00');
    expect(civilDay(midnight + 24 * 60 * MINUTE, 'Europe/Oslo')).toBe('2026-10-25');
    expect(civilDay(midnight + 25 * 60 * MINUTE, 'Europe/Oslo')).toBe('2026-10-26');
    expect(civilDay(midnight - SECOND, 'Europe/Oslo')).toBe('2026-10-24');
  });

  it('thirty days of announcing are thirty times 24 hours', () => {
    const gone = { ...until(first), status: 'withdrawn' as const, withdrawal: { reason: 'x', date: first } };
    expect(phaseOf(gone, true, first).dueAt).toBe(first + 30 * DAY);
  });
});
