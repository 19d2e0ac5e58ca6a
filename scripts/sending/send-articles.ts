/** Sends articles in small groups, each after its photos. What a group was told is mapped back to its files. */
import { readFile } from 'node:fs/promises';
import { sha256 } from '../../src/lib/hash.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import type { ReadyArticle } from '../content/article-file.ts';
import { errorCode, type Mistake } from '../content/mistake.ts';
import type { PhotoFile } from '../content/photo-file.ts';
import type { ContentFile } from '../content/read-content.ts';
import { type AnswerLine, asLine, hasAsset, postArticles, putAsset } from './endpoints.ts';
import { type Failure, problemWords, type Service } from './service-client.ts';

export interface Outgoing {
  readonly file: ContentFile;
  readonly ready: ReadyArticle;
}

export interface Sent {
  readonly published: number;
  /** Arrived, and found equal to what was there. */
  readonly unchanged: number;
  readonly mistakes: readonly Mistake[];
  /** Why it ended before the last article; null if it didn't. */
  readonly stopped: string | null;
}

/** The Free plan lets a request make 50 queries of the catalogue; an article takes about twelve. */
const MAX_LINES = 3;
const MAX_BYTES = 2_000_000;

export async function sendArticles(
  service: Service,
  articles: readonly Outgoing[],
  progress: (done: number) => void,
): Promise<Sent> {
  const stored = new Set<string>();
  let sent: Sent = { published: 0, unchanged: 0, mistakes: [], stopped: null };
  let done = 0;
  for (const group of inGroups(articles)) {
    const result = await sendGroup(service, group, stored);
    if (!result.ok) return { ...sent, stopped: result.error };
    sent = add(sent, result.value);
    done += group.length;
    progress(done);
  }
  return sent;
}

const add = (total: Sent, group: Sent): Sent => ({
  published: total.published + group.published,
  unchanged: total.unchanged + group.unchanged,
  mistakes: [...total.mistakes, ...group.mistakes],
  stopped: null,
});

function inGroups(articles: readonly Outgoing[]): readonly (readonly Outgoing[])[] {
  const groups: Outgoing[][] = [];
  let bytes = 0;
  for (const article of articles) {
    const size = Buffer.byteLength(asLine(article.ready.document)) + 1;
    const group = groups.at(-1);
    if (group && group.length < MAX_LINES && bytes + size <= MAX_BYTES) {
      group.push(article);
      bytes += size;
    } else {
      groups.push([article]);
      bytes = size;
    }
  }
  return groups;
}

async function sendGroup(
  service: Service,
  group: readonly Outgoing[],
  stored: Set<string>,
): Promise<Result<Sent, string>> {
  const complete: Outgoing[] = [];
  const mistakes: Mistake[] = [];
  for (const article of group) {
    const problem = await sendPhotos(service, article, stored);
    if (problem?.stops) return fail(problem.words);
    if (problem) mistakes.push(mistakeAt(article, photoPointer(article, problem.asset), problem.words));
    else complete.push(article);
  }
  const nothing: Sent = { published: 0, unchanged: 0, mistakes, stopped: null };
  if (complete.length === 0) return ok(nothing);
  const answers = await postArticles(
    service,
    complete.map(({ ready }) => asLine(ready.document)),
  );
  if (!answers.ok && answers.error.stops) return fail(answers.error.words);
  if (!answers.ok) {
    const { words } = answers.error;
    return ok({ ...nothing, mistakes: [...mistakes, ...complete.map((article) => mistakeAt(article, '', words))] });
  }
  return ok(complete.map((article, index) => judge(article, answers.value[index] ?? null)).reduce(add, nothing));
}

function judge(article: Outgoing, answer: AnswerLine | null): Sent {
  const nothing: Sent = { published: 0, unchanged: 0, mistakes: [], stopped: null };
  if (answer === null)
    return { ...nothing, mistakes: [mistakeAt(article, '', 'got no answer from the service. Run it again')] };
  if ('changed' in answer) return { ...nothing, [answer.changed ? 'published' : 'unchanged']: 1 };
  const { errors } = answer.problem;
  if (errors.length === 0) return { ...nothing, mistakes: [mistakeAt(article, '', problemWords(answer.problem))] };
  return { ...nothing, mistakes: errors.map(({ pointer, detail }) => mistakeAt(article, pointer, detail)) };
}

/** A new id has moved everything below the first line down by one. */
function mistakeAt({ file, ready }: Outgoing, pointer: string, detail: string): Mistake {
  const place = pointer === '' ? { line: 1, field: 'article' } : file.locate(pointer);
  const line = ready.stamped && place.line > 1 ? place.line + 1 : place.line;
  return { file: file.file, line, field: place.field, detail };
}

const photoPointer = ({ ready: { document } }: Outgoing, asset: string): string => {
  const index = (document.photos ?? []).findIndex((photo) => photo.asset === asset);
  return index === -1 ? '/photo/asset' : `/photos/${index}/asset`;
};

type PhotoFailure = Failure & { readonly asset: string };

async function sendPhotos(service: Service, { ready }: Outgoing, stored: Set<string>): Promise<PhotoFailure | null> {
  for (const photo of ready.photos) {
    if (stored.has(photo.asset)) continue;
    const there = await hasAsset(service, photo.asset);
    const failure = there.ok ? (there.value ? null : await upload(service, photo)) : there.error;
    if (failure) return { ...failure, asset: photo.asset };
    stored.add(photo.asset);
  }
  return null;
}

async function upload(service: Service, photo: PhotoFile): Promise<Failure | null> {
  const bytes = await readFile(photo.path).catch((error: unknown) => errorCode(error));
  if (typeof bytes === 'string') return { stops: false, words: `the file cannot be read (${bytes})` };
  if ((await sha256(bytes)) !== photo.asset)
    return { stops: false, words: 'the file has changed since it was checked. Run it again' };
  const answer = await putAsset(service, photo.type, bytes);
  return answer.ok ? null : answer.error;
}
