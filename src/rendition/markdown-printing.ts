/** Where the library prints Markdown that is right, but not what a person or a site generator needs. */
import type { Delete, Emphasis, Image, Link, Parents, Text } from 'mdast';
import { defaultHandlers, type Info, type Options, type State as Printing } from 'mdast-util-to-markdown';

declare module 'mdast' {
  interface EmphasisData {
    /** The HTML element it is printed as. */
    hName?: 'sup' | 'sub';
  }
}

/**
 * The libraries write `?a=1\&b=2`, which is right, but no address to whoever copies it from the source. So addresses
 * stay as they are, in angle brackets where they hold what would end them (CommonMark 6.3).
 */
function address(url: string, state: Printing): string {
  const safe = url.replace(/[\s\u0000-\u001f]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '\\&');
  const plain = state.stack.includes('tableCell') ? safe.replaceAll('|', '%7C') : safe;
  return /^[^()<>\\]+$/.test(plain.replaceAll('\\&', '')) ? plain : `<${plain.replace(/[<>]|\\(?!&)/g, '\\$&')}>`;
}

const linkPrinted = (node: Link, _parent: Parents | undefined, state: Printing, info: Info): string => {
  const exits = [state.enter('link'), state.enter('label')];
  const tracker = state.createTracker(info);
  const open = tracker.move('[');
  const label = state.containerPhrasing(node, { before: open, after: '](', ...tracker.current() });
  for (const exit of exits.reverse()) exit();
  return `${open}${label}](${address(node.url, state)})`;
};

const imagePrinted = (node: Image, _parent: Parents | undefined, state: Printing, info: Info): string => {
  const exits = [state.enter('image'), state.enter('label')];
  const tracker = state.createTracker(info);
  const open = tracker.move('![');
  const alt = printed(node.alt ?? '', state, { before: open, after: ']', ...tracker.current() });
  for (const exit of exits.reverse()) exit();
  return `${open}${alt}](${address(node.url, state)})`;
};

const deletePrinted = (node: Delete, _parent: Parents | undefined, state: Printing, info: Info): string => {
  const exit = state.enter('emphasis');
  const tracker = state.createTracker(info);
  const open = tracker.move('~~');
  const inside = state.containerPhrasing(node, { ...tracker.current(), before: open, after: '~' });
  exit();
  return `${open}${inside}~~`;
};

/** CommonMark has no raised text, but takes the tag (6.6); without it 10² would be 102. */
const emphasisPrinted = (node: Emphasis, parent: Parents | undefined, state: Printing, info: Info): string => {
  const name = node.data?.hName;
  if (name === undefined) return defaultHandlers.emphasis(node, parent, state, info);
  const inside = state.containerPhrasing(node, { ...info, before: '>', after: '<' });
  return `<${name}>${inside}</${name}>`;
};

const emphasisPeek = (node: Emphasis): string => (node.data?.hName === undefined ? '*' : '<');

const starting = <Printer extends object>(printer: Printer, first: string) =>
  Object.assign(printer, { peek: () => first });

const textPrinted = (node: Text, _parent: Parents | undefined, state: Printing, info: Info): string =>
  printed(node.value, state, info);

/**
 * Site generators read `{{ … }}` and `{% … %}` before Markdown does. Every brace is escaped already, and the library
 * takes one escape for enough, so only this pair is left.
 */
const printed = (words: string, state: Printing, info: Info): string =>
  state.safe(words, info).replaceAll('{%', '{\\%');

export const printing: Options = {
  handlers: {
    text: textPrinted,
    emphasis: Object.assign(emphasisPrinted, { peek: emphasisPeek }),
    link: starting(linkPrinted, '['),
    image: starting(imagePrinted, '!'),
    delete: starting(deletePrinted, '~'),
  },
  unsafe: [
    { character: '~', inConstruct: 'phrasing' },
    { character: '{', inConstruct: 'phrasing' },
  ],
};
