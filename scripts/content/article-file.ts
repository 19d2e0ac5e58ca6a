/** One article file, checked in every way that is possible here: what may be sent, or everything that is wrong. */
import * as v from 'valibot';
import { type ArticleDocument, articleInputSchema, digest } from '../../src/article/input.ts';
import { toArticle } from '../../src/article/parse.ts';
import type { Publication } from '../../src/article/publication.ts';
import { civilDay } from '../../src/lib/time.ts';
import { pathOfPointer, slugOf, toDocument, toFrontMatter } from './article-document.ts';
import { type FieldMistake, type Fields, type Place, readFields } from './article-fields.ts';
import { mintId, withId } from './article-id.ts';
import { type ArticlePhotos, BROKEN, findPhotos } from './article-photos.ts';
import { ARTICLE_WORDS } from './article-words.ts';
import { renderBody } from './body.ts';
import { type Parts, splitFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter-schema.ts';
import type { PhotoFile } from './photo-file.ts';
import { pathOf, wordsFor } from './wording.ts';
import { type Path, readYaml } from './yaml-source.ts';

export interface ReadyArticle {
  readonly id: string;
  readonly slug: string;
  readonly published: number;
  readonly withdrawn: boolean;
  readonly draft: boolean;
  readonly document: ArticleDocument;
  readonly digest: string;
  readonly photos: readonly PhotoFile[];
  /** The file's bytes with the new id in it; null if it had one. */
  readonly stamped: Uint8Array | null;
}

export interface CheckedArticle {
  /** The id the file itself holds, also if other fields are wrong. */
  readonly ownId: string | null;
  /** The ends of URLs it answers at: its slug, then its aliases. */
  readonly names: readonly string[];
  readonly mistakes: readonly FieldMistake[];
  readonly ready: ReadyArticle | null;
  /** Where the thing at a JSON Pointer of the document stands in the file. */
  readonly locate: (pointer: string) => Place;
}

export interface CheckContext {
  readonly contentDir: string;
  /** Null if publication.yaml is broken: then articles are checked as far as that goes. */
  readonly publication: Publication | null;
  /** May a missing id be made, or is nobody there to keep the changed file? */
  readonly mayMint: boolean;
  readonly random: (length: number) => Uint8Array;
  /** Milliseconds since 1970: what lies ahead of it can't have happened. */
  readonly now: number;
}

export async function checkArticle(bytes: Uint8Array, path: string, context: CheckContext): Promise<CheckedArticle> {
  const parts = splitFrontMatter(bytes);
  if (!parts.ok) return unreadable([parts.error]);
  const source = readYaml(parts.value.head, parts.value.headLine);
  if (!source.ok) return unreadable(source.error.map((problem) => ({ ...problem, field: 'front matter' })));
  const fields = readFields(source.value, context.publication?.timeZone ?? 'UTC');
  const place = placeIn(fields, parts.value.bodyLine);
  const locate = (pointer: string) => place(pathOfPointer(pointer));
  if (!fields.value) return { ...unreadable(fields.mistakes), locate };
  const photos = await findPhotos(fields.raw, path, context.contentDir, fields.locate);
  const checked = { bytes, parts: parts.value, fields, value: fields.value, photos, place };
  const body = checkBody(checked);
  const id = identify(checked, context);
  const rest = await checkDocument({ ...checked, html: body.html, id: id.id }, context);
  const mistakes = [...fields.mistakes, ...photos.mistakes, ...body.mistakes, ...id.mistakes, ...rest.mistakes];
  const ready = rest.ready && mistakes.length === 0 ? { ...rest.ready, stamped: id.stamped } : null;
  return { ownId: fields.value.id ?? null, names: namesOf(fields), mistakes, ready, locate };
}

const unreadable = (mistakes: readonly FieldMistake[]): CheckedArticle => ({
  ownId: null,
  names: [],
  mistakes,
  ready: null,
  locate: () => ({ line: 1, field: 'front matter' }),
});

interface Checked {
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  readonly fields: Fields;
  readonly value: FrontMatter;
  readonly photos: ArticlePhotos;
  readonly place: (path: Path) => Place;
}

const placeIn =
  (fields: Fields, bodyLine: number) =>
  (path: Path): Place =>
    path[0] === 'body' ? { line: bodyLine, field: 'body' } : fields.locate(path);

/** A slug that stands in for a failed one, or is made from a stand-in title, is nobody's. */
function namesOf({ value, failed }: Fields): readonly string[] {
  if (!value) return [];
  const unsure = failed.has('slug') || (value.slug === undefined && failed.has('title'));
  return [...new Set([unsure ? '' : slugOf(value), ...value.aliases])].filter((name) => name !== '');
}

const STAND_IN_BODY = '<p>-</p>';

/** The HTML, or a stand-in if the body's own mistakes would only be reported a second time. */
function checkBody({ parts, fields, photos }: Checked): { html: string; mistakes: readonly FieldMistake[] } {
  if (parts.body.trim() === '')
    return {
      html: STAND_IN_BODY,
      mistakes: [{ line: parts.bodyLine, field: 'body', detail: 'empty. Write the article below the front matter' }],
    };
  const { html, unlisted } = renderBody(parts.body, parts.bodyLine, photos.mediaFor);
  const mistakes = unlisted.map(({ src, line }) => ({
    line,
    field: 'body',
    detail: `the image "${src.slice(0, 100)}" has no credit. Put the file beside the article and list it under photos, with src, alt and credit`,
  }));
  const unsure = fields.failed.has('photo') || fields.failed.has('photos') || photos.mistakes.length > 0;
  return { html: unsure || mistakes.length > 0 ? STAND_IN_BODY : html, mistakes };
}

interface Identity {
  readonly id: string;
  readonly stamped: Uint8Array | null;
  readonly mistakes: readonly FieldMistake[];
}

function identify({ bytes, fields, value }: Checked, context: CheckContext): Identity {
  if (value.id !== undefined) return { id: value.id, stamped: null, mistakes: [] };
  const { authority, timeZone } = context.publication ?? { authority: 'example.org,2026', timeZone: 'UTC' };
  const id = mintId(authority, civilDay(value.date, timeZone), context.random);
  if (fields.failed.has('id')) return { id, stamped: null, mistakes: [] };
  const at = { line: 1, field: 'id' };
  const refused = 'missing. Run npm run publish where the files are written, and keep the id it writes into the file';
  if (!context.mayMint) return { id, stamped: null, mistakes: [{ ...at, detail: refused }] };
  const stamped = withId(bytes, id);
  return stamped.ok
    ? { id, stamped: stamped.value, mistakes: [] }
    : { id, stamped: null, mistakes: [{ ...at, detail: stamped.error }] };
}

type Outcome = { readonly ready: Omit<ReadyArticle, 'stamped'> | null; readonly mistakes: readonly FieldMistake[] };

async function checkDocument(
  checked: Checked & { html: string; id: string },
  { publication, now }: CheckContext,
): Promise<Outcome> {
  const { value, photos, html, id } = checked;
  const document = toDocument({ id, fields: value, html, assetOf: photos.assetOf });
  const input = v.safeParse(articleInputSchema, document);
  if (!input.success) return { ready: null, mistakes: report(input.issues.map(asProblem), checked) };
  if (publication) {
    const assets = new Map([BROKEN, ...photos.files].map((file) => [file.asset, file]));
    const article = toArticle(input.output, { publication, assets, previous: null, contentMoved: false, now });
    if (!article.ok) {
      const problems = article.error.map(({ pointer, detail }) => ({ path: pathOfPointer(pointer), detail }));
      return { ready: null, mistakes: report(problems, checked) };
    }
  }
  const { slug, published, status } = input.output;
  const sent = { document, digest: await digest(input.output), photos: photos.files };
  return {
    ready: { id, slug, published, withdrawn: status === 'withdrawn', draft: value.draft, ...sent },
    mistakes: [],
  };
}

interface PathProblem {
  readonly path: Path;
  readonly detail: string;
}

function asProblem(issue: v.BaseIssue<unknown>): PathProblem {
  const path = toFrontMatter(pathOf(issue));
  return { path, detail: wordsFor(issue, path, ARTICLE_WORDS) };
}

/** What is wrong with a field that was reported already, or with its stand-in, is not said again. */
function report(problems: readonly PathProblem[], { fields, value, place }: Checked): readonly FieldMistake[] {
  return problems
    .filter(({ path }) => !fields.failed.has(String(path[0])))
    .map(({ path, detail }) => ({ ...place(path), detail: path[0] === 'slug' ? slugWords(value, detail) : detail }));
}

const slugWords = (value: FrontMatter, detail: string): string =>
  value.slug === undefined ? 'missing, and the title has no letters to make one from. Write slug: a-few-words' : detail;
