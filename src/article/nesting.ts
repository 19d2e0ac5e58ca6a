/**
 * Is this HTML too deep, or would its repair multiply it? HTML parsers reopen unclosed formatting elements in every
 * new block (HTML standard, "reconstruct the active formatting elements"), so a small text can become a huge tree.
 * A linear look at the tags answers before anything is parsed.
 */
export const MAX_DEPTH = 200;
/** How many elements the parser may reopen on its own in one article. */
export const MAX_REOPENED = 20_000;

const TAG = /<(\/?)([a-zA-Z][^\s/>]*)/g;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that close themselves at the next of their kind: they don't nest however often they stand there. */
const SELF_CLOSING = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup rb rt rp colgroup caption'.split(' '),
);
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

export type NestingProblem = 'too deep' | 'too much to repair';

export function nestingProblem(html: string): NestingProblem | null {
  let open: Open = { depth: 0, formatting: 0, reopened: 0 };
  for (const [, slash, name] of html.matchAll(TAG)) {
    open = after(open, (name ?? '').toLowerCase(), slash === '/' ? -1 : 1);
    if (open.depth > MAX_DEPTH) return 'too deep';
    if (open.reopened > MAX_REOPENED) return 'too much to repair';
  }
  return null;
}

interface Open {
  readonly depth: number;
  readonly formatting: number;
  readonly reopened: number;
}

function after(open: Open, name: string, step: 1 | -1): Open {
  if (VOID.has(name)) return open;
  const depth = SELF_CLOSING.has(name) ? open.depth : Math.max(0, open.depth + step);
  if (FORMATTING.has(name)) return { ...open, depth, formatting: Math.max(0, open.formatting + step) };
  return { ...open, depth, reopened: open.reopened + (step > 0 ? open.formatting : 0) };
}
