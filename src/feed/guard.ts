/**
 * The one guard between our text and `feed` 6.0.0, whose XML writer un-escapes `&amp;` once, escapes only quotes in
 * attributes and splits only the first `]]>` of a CDATA section (tests/feed/hostile.test.ts keeps each as a specimen).
 * Everything that comes here is already clean (`lib/text.ts`); what leaves here means itself after a parser has read it.
 */
import { escapeHtml } from '../lib/text.ts';

/** Text of an XML element: the writer takes one level of `&amp;` away before it escapes. */
export const xmlText = (text: string): string => text.replace(/&/g, '&amp;');

/** An attribute value. Line breaks become spaces, as attribute-value normalisation would make them (XML 1.0, 3.3.3). */
export const xmlAttribute = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\n\t]/g, ' ');

/** HTML inside CDATA: `]]&gt;` is the same HTML and can't end the section. */
export const cdataHtml = (html: string): string => html.replace(/]]>/g, ']]&gt;');

/** Plain text in a field that readers take for HTML. */
export const plainAsHtml = (text: string): string => escapeHtml(text).replace(/&quot;/g, '"');

const MARKUP_OR_SIGN = /<!\[CDATA\[.*?]]>|<[^>]*>|&lt;|&amp;(?=#|\w+;)/gs;

/**
 * RSS says nothing of what plain text is, so readers guess: where it could be taken for markup, the RSS Best Practices
 * Profile (section 3.1) wants hexadecimal references. The document means the same to every XML parser.
 */
export const unmistakable = (rss: string): string =>
  rss.replace(MARKUP_OR_SIGN, (found) => (found === '&lt;' ? '&#x3C;' : found === '&amp;' ? '&#x26;' : found));
