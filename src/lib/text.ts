/**
 * Text that may stand in XML 1.0 (section 2.2) and in JSON alike: well-formed UTF-16, no character XML forbids,
 * line ends as LF, which is what an XML parser makes of them (section 2.11). Every string from outside passes here once.
 */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export const clean = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '').replace(/\r\n?/g, '\n');

/** One line of plain text: what titles, names and credits are. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const MAX_SLUG = 80;
/** Accents and vowel points go where the letter is known without them; in other scripts a mark is half the letter. */
const SPARE_MARKS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}])\p{M}+/gu;

/**
 * A name as the end of a URL: letters and digits of any script, the rest hyphens. Never contains a dot,
 * which the routes use to tell a format from a name.
 */
export function slugify(text: string): string {
  const plain = text.normalize('NFKD').replace(SPARE_MARKS, '$1').normalize('NFC').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.join('-').slice(0, MAX_SLUG).replace(LONE_HALF, '').replace(/-+$/, '');
}

/** What cutting at a number of UTF-16 units may leave of a character. */
export const LONE_HALF = /[\uD800-\uDBFF]$/;

/** A tag as our serialiser prints it: `>` may stand inside a quoted attribute. */
export const HTML_TAG = /<(?:[^>"']|"[^"]*"|'[^']*')*>/g;
