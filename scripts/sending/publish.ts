/** `content/` → a running service: checks everything, sends what differs, says what happened. */
import type { Publication } from '../../src/article/publication.ts';
import { publicationDigest } from '../../src/article/publication.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { inReadingOrder, type Mistake, printMistake } from '../content/mistake.ts';
import { type Content, readContent, writeStamped } from '../content/read-content.ts';
import { allArticles, publicationDigestAt, putPublication, type RemoteArticle } from './endpoints.ts';
import { type Outgoing, type Sent, sendArticles } from './send-articles.ts';
import type { Service, Surroundings } from './service-client.ts';
import type { Terminal } from './terminal.ts';
import { prune, vanished } from './vanished.ts';

export interface PublishOptions {
  /** The service's address. */
  readonly to: string;
  readonly key: string | null;
  readonly contentDir: string;
  readonly check: boolean;
  readonly prune: boolean;
  /** In CI nobody keeps a changed file, so a missing id is a mistake there. */
  readonly ci: boolean;
}

export interface Outside extends Surroundings {
  readonly random: (length: number) => Uint8Array;
  readonly terminal: Terminal;
}

export interface Report {
  readonly published: number;
  readonly unchanged: number;
  readonly broken: number;
  readonly withdrawn: number;
  /** Is everything where it belongs? */
  readonly complete: boolean;
}

const NOTHING: Report = { published: 0, unchanged: 0, broken: 0, withdrawn: 0, complete: false };

export async function publish(options: PublishOptions, outside: Outside): Promise<Report> {
  const { terminal } = outside;
  const content = await readContent(options.contentDir, {
    mayMint: !options.ci,
    random: outside.random,
    now: outside.now(),
  });
  tell(terminal, content.mistakes);
  const broken = brokenFiles(content.mistakes);
  if (options.check) return checked(content, broken, terminal);
  const { publication } = content;
  const { key } = options;
  if (publication === null || key === null) {
    const missing =
      publication === null ? 'publication.yaml, on which every article depends' : 'the editor key: set EDITOR_KEY';
    terminal.line(`Nothing was published, for want of ${missing}.`);
    return { ...NOTHING, broken };
  }
  const unwritten = await writeIds(content);
  tell(terminal, unwritten);
  const service: Service = { ...outside, base: options.to.replace(/\/+$/, ''), key };
  return send(service, withoutFiles(content, unwritten), publication, options.prune, terminal);
}

function checked(content: Content, broken: number, terminal: Terminal): Report {
  const right = content.articles.filter(({ ready }) => ready !== null).length;
  terminal.line(
    `${right} of ${content.articles.length} articles right, ${broken} ${broken === 1 ? 'file' : 'files'} broken`,
  );
  return { ...NOTHING, broken, complete: broken === 0 };
}

const tell = (terminal: Terminal, mistakes: readonly Mistake[]): void => {
  for (const mistake of inReadingOrder(mistakes)) terminal.line(printMistake(mistake));
};

const brokenFiles = (mistakes: readonly Mistake[]): number => new Set(mistakes.map(({ file }) => file)).size;

/** Before anything is sent, so that an interrupted run never makes a second id for the same article. */
async function writeIds(content: Content): Promise<readonly Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const article of content.articles) {
    const mistake = await writeStamped(article);
    if (mistake) mistakes.push(mistake);
  }
  return mistakes;
}

function withoutFiles(content: Content, mistakes: readonly Mistake[]): Content {
  const broken = new Set(mistakes.map(({ file }) => file));
  return {
    ...content,
    articles: content.articles.map((article) => (broken.has(article.file) ? { ...article, ready: null } : article)),
    mistakes: [...content.mistakes, ...mistakes],
  };
}

async function send(
  service: Service,
  content: Content,
  publication: Publication,
  pruneWanted: boolean,
  terminal: Terminal,
): Promise<Report> {
  const before = brokenFiles(content.mistakes);
  const remote = await prepare(service, publication);
  if (!remote.ok) {
    terminal.line(remote.error);
    return { ...NOTHING, broken: before };
  }
  const { outgoing, unchanged } = plan(content, remote.value);
  const sent = await sendArticles(service, outgoing, (done) =>
    terminal.progress(`${done}/${outgoing.length} articles`),
  );
  tell(terminal, sent.mistakes);
  const broken = brokenFiles([...content.mistakes, ...sent.mistakes]);
  if (sent.stopped !== null) {
    terminal.line(sent.stopped);
    return conclude({ ...NOTHING, ...counts(sent, unchanged), broken }, content, terminal);
  }
  const pruned = await prune(service, content, vanished(remote.value, content), pruneWanted);
  for (const line of pruned.lines) terminal.line(line);
  const { withdrawn } = pruned;
  const complete = broken === 0 && pruned.complete;
  return conclude({ ...counts(sent, unchanged), broken, withdrawn, complete }, content, terminal);
}

const counts = (sent: Sent, unchanged: number) => ({
  published: sent.published,
  unchanged: unchanged + sent.unchanged,
});

function conclude(report: Report, content: Content, terminal: Terminal): Report {
  const drafts = content.articles.filter(({ ready }) => ready?.draft).length;
  const { published, unchanged, broken, withdrawn } = report;
  const ending = drafts === 0 ? '' : `, ${drafts} ${drafts === 1 ? 'draft' : 'drafts'} kept back`;
  terminal.line(`${published} published, ${unchanged} unchanged, ${broken} broken, ${withdrawn} withdrawn${ending}`);
  return report;
}

/** The publication first: articles refer to its sections and languages. */
async function prepare(service: Service, publication: Publication): Promise<Result<readonly RemoteArticle[], string>> {
  const there = await publicationDigestAt(service);
  if (!there.ok) return fail(there.error.words);
  if (there.value !== (await publicationDigest(publication))) {
    const put = await putPublication(service, publication);
    if (!put.ok) return fail(put.error.words);
  }
  const articles = await allArticles(service);
  return articles.ok ? ok(articles.value) : fail(articles.error.words);
}

/** Oldest first, because archives number articles by arrival. */
function plan(
  content: Content,
  remote: readonly RemoteArticle[],
): { outgoing: readonly Outgoing[]; unchanged: number } {
  const known = new Map(remote.map((article) => [article.id, article]));
  const sendable = content.articles.flatMap((file) =>
    file.ready && !file.ready.draft ? [{ file, ready: file.ready }] : [],
  );
  const outgoing = sendable
    .filter(({ ready }) => differs(known.get(ready.id), ready))
    .sort((a, b) => a.ready.published - b.ready.published);
  return { outgoing, unchanged: sendable.length - outgoing.length };
}

/** An article that was withdrawn over there, and whose file is back unchanged, is to be shown again. */
const differs = (there: RemoteArticle | undefined, here: Outgoing['ready']): boolean =>
  there?.digest !== here.digest || (there.status === 'withdrawn' && !here.withdrawn);
