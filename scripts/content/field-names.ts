/** The names front matter may use: ours, and those Hugo, Astro and Eleventy users know (docs/content.md). */
import { nearest } from './nearest.ts';
import { strangerWords } from './wording.ts';

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  id: [],
  guid: [],
  title: [],
  dek: ['description', 'summary', 'subtitle'],
  slug: [],
  aliases: [],
  date: ['pubDate', 'published', 'publishDate'],
  updated: ['lastmod', 'updatedDate', 'modified'],
  authors: ['author'],
  section: ['categories', 'category'],
  tags: ['keywords'],
  language: ['lang'],
  draft: [],
  status: [],
  withdrawal: [],
  embargo: ['embargoedUntil'],
  expires: ['expiryDate', 'expiresAt'],
  canonical: ['canonicalUrl'],
  photo: ['image', 'heroImage', 'cover'],
  photos: [],
  corrections: [],
  rights: ['copyright'],
  license: ['licence'],
  terms: [],
  origin: [],
};

const OUR_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([name, aliases]) => [name, ...aliases].map((written) => [written, name] as const)),
);

interface NameProblem {
  /** As the author wrote it. */
  readonly written: string;
  readonly detail: string;
}

export interface Renamed {
  readonly fields: Readonly<Record<string, unknown>>;
  /** What the author wrote for one of our names. */
  readonly writtenAs: (name: string) => string;
  readonly problems: readonly NameProblem[];
}

export function renameFields(data: Readonly<Record<string, unknown>>): Renamed {
  const fields = new Map<string, unknown>();
  const written = new Map<string, string>();
  const problems: NameProblem[] = [];
  for (const [key, value] of Object.entries(data)) {
    const name = OUR_NAME.get(key);
    const earlier = name === undefined ? undefined : written.get(name);
    if (name === undefined) problems.push({ written: key, detail: unknownWords(key) });
    else if (earlier !== undefined)
      problems.push({ written: key, detail: `means the same as ${earlier}, which is there too. Keep one` });
    else {
      written.set(name, key);
      fields.set(name, value);
    }
  }
  return { fields: Object.fromEntries(fields), writtenAs: (name) => written.get(name) ?? name, problems };
}

/** An alias may be what was meant, but our own names are enough to list. */
const unknownWords = (written: string): string =>
  strangerWords(written, nearest(written, [...OUR_NAME.keys()]) === null ? Object.keys(ALIASES) : [...OUR_NAME.keys()]);
