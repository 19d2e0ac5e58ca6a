/** An article in a list: an h-entry with its photo, and the photo's credit beside it as everywhere. */
import type { Article, Photo } from '../article/article.ts';
import { mediaPath } from '../article/figure.ts';
import { inLanguage } from './direction.ts';
import { Byline, Moment, OriginLine, ScopeLink } from './parts.tsx';
import type { Site } from './site.ts';
import { absolute, articlePath, sectionScope } from './urls.ts';
import { wordsFor } from './words.ts';

interface CardProps {
  readonly site: Site;
  readonly article: Article;
  /** The language of the page the card stands on. */
  readonly around: string;
  readonly first: boolean;
}

export const Card = ({ site, article, around, first }: CardProps) => {
  const words = wordsFor(article.language);
  return (
    <article class={article.photo ? 'card h-entry' : 'card plain h-entry'} {...inLanguage(article.language, around)}>
      {article.photo && <CardPhoto site={site} photo={article.photo} first={first} />}
      <div class="text">
        {article.section && (
          <p class="kicker">
            <ScopeLink scope={sectionScope(site, article.section)} />
          </p>
        )}
        <h2 class="p-name">
          <a class="u-url" href={articlePath(article)}>
            {article.title}
          </a>
        </h2>
        {article.dek !== '' && <p class="dek p-summary">{article.dek}</p>}
        {article.origin && <OriginLine origin={article.origin} words={words} around={article.language} />}
        <p class="meta">
          <Byline article={article} words={words} />
          <Moment site={site} at={article.published} language={article.language} class="dt-published" />
        </p>
      </div>
    </article>
  );
};

/** The first photo is what a reader waits for; the others load when they come near. */
const CardPhoto = ({ site, photo, first }: { site: Site; photo: Photo; first: boolean }) => (
  <figure>
    <img
      class="u-photo"
      src={absolute(site, mediaPath(photo))}
      alt={photo.alt}
      width={photo.width}
      height={photo.height}
      {...(first ? { fetchpriority: 'high' } : { loading: 'lazy' })}
    />
    <figcaption>{photo.credit}</figcaption>
  </figure>
);
