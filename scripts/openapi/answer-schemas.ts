/** What the service answers, written by hand; a test holds every one to the real answers. */
import { type JsonSchema, refTo } from './json-schema.ts';
import { PARTNER_ANSWERS } from './partner-answers.ts';
import {
  address,
  keyId,
  listOf,
  milliseconds,
  millisecondsOrNull,
  object,
  oneOf,
  SCOPE_NAMES,
  said,
  sha256,
  text,
  whole,
  yesOrNo,
} from './schema-atoms.ts';

const standing = said('What the article is now', oneOf(['waiting', 'shown', 'held', 'withdrawn', 'expired']));
const fieldProblem = object({ pointer: said('JSON Pointer (RFC 6901) to the field', text), detail: text });

const problemMembers = {
  status: { type: 'integer', minimum: 400, maximum: 599 },
  title: text,
  detail: said('What happened, and what to do', text),
  errors: said('Every field that is wrong', listOf(fieldProblem)),
};

const published = {
  id: text,
  slug: text,
  changed: said('False: exactly this was sent before', yesOrNo),
  revision: said('Moves only when what a reader sees moves', whole),
  url: address,
};

const keyMembers = {
  id: keyId,
  label: text,
  scopes: listOf(oneOf(SCOPE_NAMES)),
  createdAt: milliseconds,
  revokedAt: millisecondsOrNull,
};

const asset = {
  asset: said('SHA-256 of the bytes', sha256),
  type: oneOf(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']),
  bytes: whole,
  width: whole,
  height: whole,
};

const articleLine = object({
  number: whole,
  id: text,
  slug: text,
  status: oneOf(['usable', 'held', 'withdrawn']),
  standing,
  digest: said('Equal digests: nothing to send', text),
  revision: whole,
});

const poll = object({
  day: said('UTC', { type: 'string', format: 'date' }),
  key: said('Reader family, way of asking, answer, format, feed', text),
  count: whole,
  subscribers: said('The most that an aggregator said it stands for', whole),
});

/** By the name each has below `#/components/schemas`. */
export const ANSWERS: Readonly<Record<string, JsonSchema>> = {
  Problem: object({ type: said('Always `about:blank`', text), ...problemMembers }, ['errors']),
  PublicationAnswer: object({ publication: refTo('Publication'), digest: sha256 }),
  Changed: object({ changed: yesOrNo }),
  Published: object(published),
  ArticleAnswer: object({ article: refTo('Article'), revision: whole, standing, digest: text, url: address }),
  ArticleList: object({
    articles: listOf(articleLine),
    next: said('For `after`; null at the end', { type: ['integer', 'null'] }),
  }),
  LineAnswer: object(
    { line: whole, status: { type: 'integer' }, ...published, problem: object(problemMembers, ['errors']) },
    [...Object.keys(published), 'problem'],
  ),
  Withdrawn: object({ id: text, slug: text, changed: said('False: it was withdrawn before', yesOrNo) }),
  Asset: object(asset),
  StoredAsset: object({ ...asset, url: said('Answers once an article that is shown uses it', address) }),
  KeyList: object({ keys: listOf(object(keyMembers)) }),
  MintedKey: object({ ...keyMembers, key: said('Shown this once', text) }),
  Revoked: object({ revoked: { const: true } }),
  Removed: object({ removed: { const: true } }),
  PollList: object({ polls: listOf(poll) }),
  ExportMarks: object({
    base: address,
    marks: object({ catalogue: text, partners: text, ledger: text, polls: text }),
  }),
  ExportPage: object({
    rows: listOf({ type: 'object' }),
    next: said('For `after`, as JSON; null at the end', { type: ['array', 'null'] }),
  }),
  RestoredRows: object({ rows: whole }),
  RestoredPhoto: object({ asset: sha256 }),
  ...PARTNER_ANSWERS,
};
