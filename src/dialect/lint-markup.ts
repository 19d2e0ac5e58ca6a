/** The body: all of it, of a size and nesting the partner takes, and nothing in it that the partner takes out. */
import { DIALECTS, type DialectName } from './dialects.ts';
import { count, type Finding, isAbsolute, isHttps, when } from './finding.ts';
import type { DialectItem } from './item.ts';
import { type Markup, plainWords, readMarkup } from './markup.ts';

/** They never come out of our sanitiser; should one ever, partners refuse the item for it. */
const ACTIVE = ['script', 'style', 'object', 'embed', 'param', 'applet', 'iframe', 'form'];

export function markupFindings(dialect: DialectName, item: DialectItem): readonly Finding[] {
  const markup = readMarkup(item.content);
  return [
    ...sizeFindings(dialect, item.content),
    ...nestingFindings(dialect, markup?.depth ?? Number.POSITIVE_INFINITY),
    ...(markup ? [...fullText(dialect, item.summary, markup), ...urlFindings(markup)] : []),
    ...(markup ? elementFindings(dialect, markup) : []),
  ];
}

function sizeFindings(dialect: DialectName, content: string): readonly Finding[] {
  const { label, maxArticleBytes } = DIALECTS[dialect];
  if (maxArticleBytes === null) return [];
  const bytes = new TextEncoder().encode(content).length;
  return when(bytes > maxArticleBytes, () => ({
    level: 'refused',
    rule: `${dialect}/article-bytes`,
    subject: 'item',
    words: `${label} takes articles of at most ${count(maxArticleBytes)} bytes; this one has ${count(bytes)}.`,
    remedy: 'Split the article.',
  }));
}

function nestingFindings(dialect: DialectName, depth: number): readonly Finding[] {
  const { label, maxNesting } = DIALECTS[dialect];
  return when(maxNesting !== null && depth > maxNesting, () => ({
    level: 'warning',
    rule: `${dialect}/nesting`,
    subject: 'item',
    words: `${label} asks for fewer than ${(maxNesting ?? 0) + 1} levels of elements; this body has ${Number.isFinite(depth) ? depth : 'more than 200'}.`,
    remedy: 'Take the innermost lists, quotes or tables out of the others.',
  }));
}

/** A body that says no more than the summary is a snippet. */
function fullText(dialect: DialectName, summary: string, { words }: Markup): readonly Finding[] {
  const { label, extracts } = DIALECTS[dialect];
  const said = plainWords(summary);
  return [
    ...when(words === '', () => ({
      level: 'refused',
      rule: 'all/full-text',
      subject: 'item',
      words: 'Partners want the whole text in <content:encoded>; this item has none.',
      remedy: 'Write the body.',
    })),
    ...when(!extracts && words !== '' && (words === said || isExtract(words, said)), () => ({
      level: 'refused',
      rule: 'all/full-text',
      subject: 'item',
      words: `${label} wants the whole text in <content:encoded>; this item has only its summary there.`,
      remedy: 'Give the partner a permission for the whole text, or another dialect.',
    })),
  ];
}

/** Our own extracts end so: `Words words…`, with nothing behind. */
const isExtract = (words: string, summary: string): boolean =>
  words.endsWith('…') && summary.startsWith(words.slice(0, -1));

function urlFindings({ sources, links }: Markup): readonly Finding[] {
  const relative = sources.find((url) => !isAbsolute(url));
  const insecure = sources.find((url) => isAbsolute(url) && !isHttps(url));
  const lost = links.find((url) => !isAbsolute(url));
  return [
    ...when(relative !== undefined, () => ({
      level: 'refused',
      rule: 'all/absolute-urls',
      subject: 'item',
      words: `Partners load images from their own pages, so their addresses must be absolute; one is ${relative}.`,
      remedy: 'Set `BASE_URL`.',
    })),
    ...when(insecure !== undefined, () => ({
      level: 'warning',
      rule: 'all/https',
      subject: 'item',
      words: `Partners load images over https; one is ${insecure}.`,
      remedy: 'Serve the publication over https (`BASE_URL`).',
    })),
    ...when(lost !== undefined, () => ({
      level: 'warning',
      rule: 'all/relative-link',
      subject: 'item',
      words: `A link in the body leads nowhere from a partner’s page: ${lost}.`,
      remedy: 'Write the link as an absolute address.',
    })),
  ];
}

function elementFindings(dialect: DialectName, { elements }: Markup): readonly Finding[] {
  const { label, elements: taken } = DIALECTS[dialect];
  const active = ACTIVE.filter((name) => elements.has(name));
  const lost = [...elements].filter((name) => taken && !taken.includes(name) && !ACTIVE.includes(name));
  return [
    ...when(active.length > 0, () => ({
      level: 'refused',
      rule: 'all/active-markup',
      subject: 'item',
      words: `Partners refuse a body with ${inTags(active)}.`,
      remedy: 'Take it out of the body.',
    })),
    ...when(lost.length > 0, () => ({
      level: 'warning',
      rule: `${dialect}/elements`,
      subject: 'item',
      words: `${label} takes out elements it doesn’t list, perhaps with their words: ${inTags(lost)}.`,
      remedy: 'Read the article there, or write those passages as paragraphs.',
    })),
  ];
}

const inTags = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(', ');
