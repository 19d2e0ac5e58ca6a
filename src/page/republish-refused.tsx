/** For an article we may show but not pass on. Of the article itself nothing stands here: not even its headline. */
import type { Article, Origin } from '../article/article.ts';
import { page } from './layout.tsx';
import { republishWords } from './republish-words.ts';
import type { Site } from './site.ts';
import { articlePath } from './urls.ts';

export function notOursPage(site: Site, article: Article, { hops: [first] }: Origin): string {
  const words = republishWords(article.language);
  const meta = {
    language: words.language,
    title: words.notOurs,
    description: words.notOursIntro(first.publisher),
    type: 'website',
    canonical: null,
    scope: null,
  } as const;
  return page(
    site,
    meta,
    <div class="status">
      <h1>{words.notOurs}</h1>
      <p class="dek">{words.notOursIntro(first.publisher)}</p>
      <p>
        {words.notOursNext}{' '}
        <a href={first.url}>
          <bdi>{first.publisher}</bdi>
        </a>
      </p>
      <p>
        <a href={articlePath(article)}>{words.toArticle}</a>
      </p>
    </div>,
  );
}
