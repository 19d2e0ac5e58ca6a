/**
 * HTML → a tree, within limits. Parsers reopen unclosed formatting elements in every new block (HTML standard,
 * "reconstruct the active formatting elements"), so a small text can become a huge tree, and a deep one overflows
 * whatever walks it. The parser itself is asked, as it goes: only it knows what is open.
 */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5';
import { fail, ok, type Result } from '../lib/result.ts';

export const MAX_DEPTH = 200;
/** How many elements, and how many characters of their names and attributes, the parser may make on its own. */
export const MAX_REOPENED = 20_000;
const MAX_REPEATED = 200_000;

export type NestingProblem = 'too deep' | 'too much to repair';
type Fragment = DefaultTreeAdapterMap['documentFragment'];

const START_TAG = /<[a-zA-Z]/g;

export function parseHtml(html: string): Result<Fragment, NestingProblem> {
  let problem: NestingProblem | null = null;
  let depth = 0;
  let size = html.length + MAX_REPEATED;
  let room = (html.match(START_TAG)?.length ?? 0) + MAX_REOPENED;
  const stop = (reason: NestingProblem): never => {
    problem = reason;
    throw new Error(reason);
  };
  const treeAdapter = {
    ...defaultTreeAdapter,
    createElement(...args: Parameters<typeof defaultTreeAdapter.createElement>) {
      const [tagName, , attributes] = args;
      size -= tagName.length + attributes.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
      if (--room < 0 || size < 0) stop('too much to repair');
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) stop('too deep');
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    return ok(parseFragment(html, { scriptingEnabled: false, treeAdapter }));
  } catch (error) {
    if (problem) return fail(problem);
    throw error;
  }
}
