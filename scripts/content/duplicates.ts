/** What only a look at all files together shows: two articles under one id, or at one URL. */
import type { CheckedArticle } from './article-file.ts';
import type { Mistake } from './mistake.ts';

export interface NamedArticle extends CheckedArticle {
  /** As it is printed: `content/articles/night-ferry.md`. */
  readonly file: string;
}

export function duplicates(articles: readonly NamedArticle[]): readonly Mistake[] {
  const ids = shared(articles, (article) => (article.ownId === null ? [] : [article.ownId]));
  const names = shared(articles, (article) => article.names);
  return [
    ...ids.map(({ article, key, others }) => ({
      file: article.file,
      ...article.locate('/id'),
      detail: `${key} is also the id of ${others}. Remove the line from the file that is the copy`,
    })),
    ...names.map(({ article, key, others }) => ({
      file: article.file,
      ...article.locate(article.names[0] === key ? '/slug' : '/aliases'),
      detail: `"${key}" is also used by ${others}. Write another slug: in one of them`,
    })),
  ];
}

interface Shared {
  readonly article: NamedArticle;
  readonly key: string;
  readonly others: string;
}

function shared(articles: readonly NamedArticle[], keysOf: (article: NamedArticle) => readonly string[]): Shared[] {
  const holders = new Map<string, NamedArticle[]>();
  for (const article of articles)
    for (const key of keysOf(article)) holders.set(key, [...(holders.get(key) ?? []), article]);
  return [...holders].flatMap(([key, group]) =>
    group.flatMap((article) => {
      const others = group.filter((other) => other !== article).map(({ file }) => file);
      return others.length === 0 ? [] : [{ article, key, others: others.join(' and ') }];
    }),
  );
}
