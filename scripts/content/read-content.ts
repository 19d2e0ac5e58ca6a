/** Everything below `content/`, read and checked: what is ready to go, and every mistake of every file. */
import { readdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Publication } from '../../src/article/publication.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { type CheckContext, checkArticle } from './article-file.ts';
import { duplicates, type NamedArticle } from './duplicates.ts';
import { errorCode, type Mistake } from './mistake.ts';
import { PUBLICATION_FILE, readPublication } from './publication-file.ts';

export interface ContentFile extends NamedArticle {
  readonly path: string;
}

export interface Content {
  readonly publication: Publication | null;
  readonly articles: readonly ContentFile[];
  readonly mistakes: readonly Mistake[];
}

export async function readContent(
  contentDir: string,
  options: Pick<CheckContext, 'mayMint' | 'random' | 'now'>,
): Promise<Content> {
  const publication = await readPublication(contentDir);
  const context = { contentDir, publication: publication.ok ? publication.value : null, ...options };
  const found = await articlePaths(contentDir);
  const articles: ContentFile[] = [];
  for (const path of found.ok ? found.value : []) articles.push(await readArticle(path, context));
  const mistakes = [
    ...(publication.ok ? [] : publication.error.map((each) => ({ file: join(contentDir, PUBLICATION_FILE), ...each }))),
    ...(found.ok ? [] : [found.error]),
    ...articles.flatMap(({ file, mistakes }) => mistakes.map((mistake) => ({ file, ...mistake }))),
    ...duplicates(articles),
  ];
  const broken = new Set(mistakes.map(({ file }) => file));
  return {
    publication: context.publication,
    articles: articles.map((article) => (broken.has(article.file) ? { ...article, ready: null } : article)),
    mistakes,
  };
}

async function readArticle(path: string, context: CheckContext): Promise<ContentFile> {
  const bytes = await readFile(path).catch((error: unknown) => errorCode(error));
  if (typeof bytes !== 'string') return { file: path, path, ...(await checkArticle(bytes, path, context)) };
  const mistakes = [{ line: 1, field: 'file', detail: `cannot be read (${bytes})` }];
  return {
    file: path,
    path,
    ownId: null,
    names: [],
    mistakes,
    ready: null,
    locate: () => ({ line: 1, field: 'file' }),
  };
}

/** Files whose name begins with a dot are the system's or an editor's, not articles. */
async function articlePaths(contentDir: string): Promise<Result<readonly string[], Mistake>> {
  const dir = join(contentDir, 'articles');
  const names = await readdir(dir, { recursive: true }).catch((error: unknown) => errorCode(error));
  if (typeof names === 'string')
    return fail({ file: dir, line: 1, field: 'folder', detail: `cannot be read (${names}). Articles belong into it` });
  const hidden = /(^|[\\/])\./;
  const wanted = names.filter((name) => name.endsWith('.md') && !hidden.test(name)).map((name) => join(dir, name));
  const files: string[] = [];
  for (const path of wanted.sort()) if (!(await isFolder(path))) files.push(path);
  return ok(files);
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

/** Puts a new id into its file, whole or not at all; null if that went well, otherwise what to do. */
export async function writeStamped({ path, file, ready }: ContentFile): Promise<Mistake | null> {
  if (!ready?.stamped) return null;
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    const beside = `${target}.${process.pid}.new`;
    await writeFile(beside, ready.stamped, { mode });
    await rename(beside, target);
    return null;
  } catch (error) {
    return {
      file,
      line: 1,
      field: 'id',
      detail: `cannot be written (${errorCode(error)}). Write it yourself: id: ${ready.id}`,
    };
  }
}
