/** Values as feeds write them, read without any code of src. */

const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const parsed = (text: string, form: RegExp): number | null => {
  const value = form.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(value) ? null : value;
};

export const momentOf822 = (text: string): number | null => {
  const value = parsed(text, RFC_822);
  // A wrong weekday is a wrong date.
  return value !== null && new Date(value).toUTCString() === text ? value : null;
};

/** RFC 3339 in UTC. */
export const moment = (text: string): number | null => parsed(text, RFC_3339);

const attributes = (html: string, tag: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\s[^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

export const imagesIn = (html: string): readonly string[] => attributes(html, 'img', 'src');
export const linksIn = (html: string): readonly string[] => attributes(html, 'a', 'href');

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Levels of elements, counted on tags as a serialiser writes them. */
export function levelsOf(html: string): number {
  let [level, deepest] = [0, 0];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    if (slash === '/') level--;
    else {
      deepest = Math.max(deepest, level + 1);
      if (!VOID.has(name.toLowerCase())) level++;
    }
  }
  return deepest;
}

export const letters = (text: string): number => Array.from(text).length;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
