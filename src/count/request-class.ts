/**
 * Which class a request is of: who asks, so that people can be counted apart from programs. Nothing is thrown away: every
 * class is counted, and only `reader` and `proxy` are called people.
 *
 * The order is an argument. First what the request says itself (that nobody looks yet), then names, the narrow ones
 * before the wide ones: a mail proxy says `Firefox`, an AI says `bot`, a link preview says `Googlebot`. What has no name
 * is judged by its shape. Where it came from comes last, because only a browser has a page it came from.
 */

import { CRAWLERS } from './class-crawlers.ts';
import { EDITORS } from './class-editors.ts';
import { AHEAD, AI, PREVIEWS, PROXIES } from './class-names.ts';
import type { RequestClass, Rule } from './class-rule.ts';
import { type ClassContext, type Seen, seenIn } from './class-seen.ts';
import { SHAPES } from './class-shapes.ts';

export { CLASSES, isPeople, type RequestClass } from './class-rule.ts';

export const RULES: readonly Rule[] = [...AHEAD, ...AI, ...PROXIES, ...PREVIEWS, ...CRAWLERS, ...SHAPES, ...EDITORS];

/** No rule says otherwise, so it is somebody who reads. */
const READER = { class: 'reader', rule: 'browser' } as const;

interface Judged {
  readonly class: RequestClass;
  readonly rule: string;
}

/** What was judged last, in memory only: most requests say what another has just said. */
const MAX_HELD = 500;
const held = new Map<string, Judged>();

export function classOf(headers: Headers, context: ClassContext): Judged {
  const seen = seenIn(headers, context);
  const key = Object.values(seen).join('\n');
  const known = held.get(key);
  if (known) return known;
  const judged = judge(seen);
  if (held.size >= MAX_HELD) held.clear();
  held.set(key, judged);
  return judged;
}

function judge(seen: Seen): Judged {
  const rule = RULES.find((each) => matches(each, seen));
  return rule ? { class: rule.class, rule: rule.id } : READER;
}

function matches({ where, unless }: Rule, seen: Seen): boolean {
  for (const [what, pattern] of where) if (!pattern.test(seen[what])) return false;
  return !unless?.[1].test(seen[unless[0]]);
}
