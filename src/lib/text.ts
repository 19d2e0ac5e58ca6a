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

/**
 * A name as the end of a URL: letters and digits of any script, the rest hyphens. Never contains a dot,
 * which the routes use to tell a format from a name.
 */
export function slugify(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 80).replace(/-+$/, '');
}
