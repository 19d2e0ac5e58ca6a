/** ArticleInput and the photos the store knows → an Article that is valid in every way a feed needs. */
import { fail, ok, type Result } from '../lib/result.ts';
import { HTML_TAG, slugify } from '../lib/text.ts';
import { MINUTE } from '../lib/time.ts';
import { type Article, BASE_MARK, type FullArticle, type Photo, type Withdrawal } from './article.ts';
import type { FieldProblem } from './field-problem.ts';
import { type ArticleInput, byteLength, MAX_BODY, type PhotoInput } from './input.ts';
import { defaultLanguage, type Publication } from './publication.ts';
import { sanitiseBody } from './sanitise.ts';
import { termsNames } from './terms.ts';

/** What the asset store knows of a photo's bytes. */
export interface AssetFacts {
  readonly asset: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

export interface ParseContext {
  readonly publication: Publication;
  readonly assets: ReadonlyMap<string, AssetFacts>;
  /** The article as it stands now, if it is known. */
  readonly previous: Pick<Article, 'modified' | 'withdrawal'> | null;
  /** Is what a reader sees other than before? */
  readonly contentMoved: boolean;
  readonly now: number;
}

export function toArticle(input: ArticleInput, context: ParseContext): Result<FullArticle, readonly FieldProblem[]> {
  const photos = photosOf(input, context.assets);
  const problems = [
    ...placeProblems(input, context.publication),
    ...dateProblems(input, context.now),
    ...photos.problems,
  ];
  const all = photos.lead ? [photos.lead, ...photos.inBody] : photos.inBody;
  const body = sanitiseBody(input.body, input.slug, all);
  if (!body.ok) return fail([...problems, { pointer: '/body', detail: body.error.detail }]);
  if (byteLength(body.value) > MAX_BODY)
    problems.push({
      pointer: '/body',
      detail: `Written as safe HTML it is longer than ${MAX_BODY} bytes. Split the article.`,
    });
  if (visibleText(body.value) === '')
    problems.push({ pointer: '/body', detail: 'Nothing is left of the body once unsafe markup is gone. Write text.' });
  if (problems.length > 0) return fail(problems);
  return ok({ article: articleFrom(input, photos, context), body: body.value });
}

function articleFrom(input: ArticleInput, photos: Photos, context: ParseContext): Article {
  const { publication, previous, now } = context;
  return {
    id: input.id,
    guid: input.guid ?? input.id,
    slug: input.slug,
    aliases: input.aliases.filter((alias) => alias !== input.slug),
    title: input.title,
    dek: input.dek,
    byline: input.byline,
    section: input.section ?? null,
    tags: uniqueTags(input.tags),
    language: input.language ?? defaultLanguage(publication),
    published: input.published,
    modified: input.modified ?? modifiedMoment(input, context),
    status: input.status,
    withdrawal: withdrawalOf(input, previous?.withdrawal ?? null, now),
    embargoedUntil: input.embargoedUntil ?? null,
    expiresAt: input.expiresAt ?? null,
    canonicalUrl: input.canonicalUrl ?? null,
    rights: input.rights ?? null,
    license: input.license ?? null,
    ...(input.terms !== undefined && { terms: input.terms }),
    photo: photos.lead,
    photos: photos.inBody,
    corrections: input.corrections,
    origin: input.origin ?? null,
  };
}

function modifiedMoment(input: ArticleInput, { previous, contentMoved, now }: ParseContext): number {
  if (!previous) return input.published;
  return Math.max(input.published, contentMoved ? now : previous.modified);
}

/** A withdrawal without a date happened when we first heard of it. */
function withdrawalOf(input: ArticleInput, previous: Withdrawal | null, now: number): Withdrawal | null {
  if (!input.withdrawal) return null;
  return { reason: input.withdrawal.reason, date: input.withdrawal.date ?? previous?.date ?? now };
}

/** Tags that would share one page and one feed are one tag. */
function uniqueTags(tags: readonly string[]): readonly string[] {
  const bySlug = new Map<string, string>();
  for (const tag of tags) if (slugify(tag) !== '' && !bySlug.has(slugify(tag))) bySlug.set(slugify(tag), tag);
  return [...bySlug.values()];
}

function placeProblems(input: ArticleInput, publication: Publication): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const sections = Object.keys(publication.sections);
  if (input.section !== undefined && !sections.includes(input.section))
    problems.push({
      pointer: '/section',
      detail: `There is no section "${input.section}". Write one of: ${sections.join(', ')}`,
    });
  const languages = Object.keys(publication.languages);
  if (input.language !== undefined && !languages.includes(input.language))
    problems.push({
      pointer: '/language',
      detail: `"${input.language}" is not a language of the publication. Write one of: ${languages.join(', ')}`,
    });
  const terms = termsNames(publication.terms);
  if (input.terms !== undefined && !terms.includes(input.terms))
    problems.push({
      pointer: '/terms',
      detail: `There are no terms "${input.terms}". Write one of: ${terms.join(', ')}`,
    });
  // Atom category terms end up in an attribute that feed readers split on; a tag is words, not markup.
  for (const [index, tag] of input.tags.entries())
    if (/[<>]/.test(tag))
      problems.push({ pointer: `/tags/${index}`, detail: 'A tag may not contain < or >. Write plain words.' });
  return problems;
}

/** How far another machine's clock may be ahead of ours. */
const CLOCK_SLACK = 60 * MINUTE;

function dateProblems(input: ArticleInput, now: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.modified !== undefined && input.modified < input.published)
    problems.push({
      pointer: '/modified',
      detail: 'It was changed before it was published. Write a later date, or leave it out.',
    });
  const from = Math.max(input.published, input.embargoedUntil ?? 0);
  if (input.expiresAt !== undefined && input.expiresAt <= from)
    problems.push({ pointer: '/expiresAt', detail: 'It expires before it would be shown. Write a later date.' });
  if ((input.withdrawal?.date ?? 0) > now + CLOCK_SLACK)
    problems.push({ pointer: '/withdrawal/date', detail: NOT_YET });
  for (const [index, { date }] of input.corrections.entries())
    if (date > now + CLOCK_SLACK) problems.push({ pointer: `/corrections/${index}/date`, detail: NOT_YET });
  return problems;
}

const NOT_YET = 'This has not happened yet. Write the day it was done.';

interface Photos {
  readonly lead: Photo | null;
  readonly inBody: readonly Photo[];
  readonly problems: readonly FieldProblem[];
}

function photosOf(input: ArticleInput, assets: ReadonlyMap<string, AssetFacts>): Photos {
  const problems: FieldProblem[] = [];
  const known = (photo: PhotoInput, pointer: string): Photo[] => {
    const facts = assets.get(photo.asset);
    if (facts)
      return [{ ...photo, ...facts, syndicate: photo.syndicate ?? (photo.rights === 'own' || photo.rights === 'cc') }];
    problems.push({
      pointer: `${pointer}/asset`,
      detail: 'No photo with this hash has been uploaded. Send it with PUT /api/assets first.',
    });
    return [];
  };
  const lead = input.photo ? known(input.photo, '/photo') : [];
  const inBody = input.photos.flatMap((photo, index) => known(photo, `/photos/${index}`));
  return { lead: lead[0] ?? null, inBody, problems };
}

const visibleText = (html: string): string =>
  html
    .replaceAll(BASE_MARK, '')
    .replace(HTML_TAG, (tag) => (tag.startsWith('<img') ? tag : ''))
    .trim();
