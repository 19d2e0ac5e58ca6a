/**
 * Replaces words in an article's HTML where they stand once, inside one stretch of text. Everything around them stays as
 * it was, byte for byte: only that stretch is written anew.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { fail, ok, type Result } from '../lib/result.ts';
import { escapeHtml } from '../lib/text.ts';

export type CorrectProblem = 'not found' | 'found more than once' | 'across markup';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Text = DefaultTreeAdapterTypes.TextNode;

/** `html` is a body as the catalogue holds it: sanitised, so a parser builds the tree it was printed from. */
export function correctHtml(html: string, was: string, now: string): Result<string, CorrectProblem> {
  const texts = textNodes(parseFragment(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes);
  const found = texts.flatMap((node) => placesIn(node.value, was).map((place) => ({ node, place })));
  const [first] = found;
  if (!first)
    return fail(placesIn(texts.map(({ value }) => value).join(''), was).length > 0 ? 'across markup' : 'not found');
  if (found.length > 1) return fail('found more than once');
  const { node, place } = first;
  const at = node.sourceCodeLocation;
  if (!at) return fail('not found');
  const value = node.value.slice(0, place.from) + now + node.value.slice(place.to);
  const rest = html.slice(at.endOffset);
  return ok(html.slice(0, at.startOffset) + droppedLineBreak(html, at.startOffset) + escapeHtml(value) + rest);
}

/** The same for a line without markup: a headline. */
export function correctLine(line: string, was: string, now: string): Result<string, CorrectProblem> {
  const [place, another] = placesIn(line, was);
  if (!place) return fail('not found');
  return another ? fail('found more than once') : ok(line.slice(0, place.from) + now + line.slice(place.to));
}

/** A line break right behind `<pre>` is in the source and not in the tree (HTML standard, 4.4.3). */
const droppedLineBreak = (html: string, from: number): string =>
  html[from] === '\n' && /<pre(?:\s[^<>]*)?>$/.test(html.slice(0, from).slice(-400)) ? '\n' : '';

function textNodes(nodes: readonly Node[]): readonly Text[] {
  return nodes.flatMap((node) =>
    node.nodeName === '#text' && 'value' in node ? [node] : 'childNodes' in node ? textNodes(node.childNodes) : [],
  );
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Words copied from a page have other line breaks than its source, so any white space stands for any. Overlaps count. */
function placesIn(text: string, words: string): readonly Place[] {
  if (words.trim() === '') return [];
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+');
  const search = new RegExp(pattern, 'g');
  const places: Place[] = [];
  for (let match = search.exec(text); match; match = search.exec(text)) {
    places.push({ from: match.index, to: match.index + match[0].length });
    search.lastIndex = match.index + 1;
  }
  return places;
}
