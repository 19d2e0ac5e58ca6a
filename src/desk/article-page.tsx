/** One article: how it looks, what is known of it, and what an editor can do about it. */
import { raw } from 'hono/html';
import { directionOf } from '../lib/direction.ts';
import type { Site } from '../page/site.ts';
import { articlePath } from '../page/urls.ts';
import { ArticleFacts, Revisions } from './article-facts.tsx';
import type { DeskArticle } from './article-rows.ts';
import { CorrectForm, type Correcting } from './correct-form.tsx';
import { PUBLIC_SEES } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { FileNote, StandingMark, When } from './parts.tsx';
import { PhotoRights } from './photo-rights.tsx';
import { previewHtml } from './preview.ts';
import { may } from './session.ts';

export interface ArticleView {
  readonly site: Site;
  readonly found: DeskArticle;
  /** What was typed into a form that didn't work. */
  readonly correcting: Correcting | null;
}

export function deskArticlePage(frame: Frame, view: ArticleView): string {
  const { site, found } = view;
  const writes = frame.session !== null && may(frame.session, 'publish');
  return deskPage(
    frame,
    { title: found.article.title, place: '/desk/articles' },
    <>
      <Heading title={found.article.title}>
        <Standing site={site} found={found} />
        <p>
          <a href={`/desk/articles/${found.number}/reads`}>Copies and reads elsewhere</a>
        </p>
        {writes && <FileNote />}
      </Heading>
      <div class="columns">
        <div>
          {writes && <Actions found={found} />}
          {writes && mayCorrect(found) && <CorrectForm found={found} correcting={view.correcting} />}
          <PhotoRights site={site} found={found} writes={writes} />
        </div>
        <div>
          <Preview site={site} found={found} />
          <ArticleFacts site={site} found={found} />
          <Revisions site={site} found={found} />
        </div>
      </div>
    </>,
  );
}

/** What nobody has read needs no correction: its file is changed. */
export const mayCorrect = ({ standing, arrival }: DeskArticle): boolean =>
  standing === 'shown' || (standing === 'held' && arrival !== null);

interface Shown {
  readonly site: Site;
  readonly found: DeskArticle;
}

const Standing = ({ site, found: { article, standing } }: Shown) => (
  <p class="under">
    <StandingMark standing={standing} /> {PUBLIC_SEES[standing]}
    {standing === 'waiting' && (
      <>
        {' '}
        It appears on <When site={site} at={Math.max(article.published, article.embargoedUntil ?? 0)} />.
      </>
    )}
    {article.withdrawal && (
      <>
        {' '}
        Withdrawn on <When site={site} at={article.withdrawal.date} />: <bdi>{article.withdrawal.reason}</bdi>
      </>
    )}
    {standing === 'shown' && (
      <>
        {' '}
        <a href={articlePath(article)}>Public page</a>
      </>
    )}
  </p>
);

const Actions = ({ found: { number, article } }: { found: DeskArticle }) => (
  <section class="panel" aria-labelledby="actions">
    <h2 id="actions">Hold or withdraw</h2>
    {article.withdrawal ? (
      <p>It is withdrawn. To bring it back, publish its file again without the withdrawal.</p>
    ) : (
      <div class="buttons">
        {article.status === 'held' ? (
          <form method="post" action={`/desk/articles/${number}/release`}>
            <button type="submit">Release</button>
          </form>
        ) : (
          <form method="post" action={`/desk/articles/${number}/hold`}>
            <button type="submit">Hold</button>
          </form>
        )}
        <a class="button grave" href={`/desk/articles/${number}/withdraw`}>
          Withdraw…
        </a>
      </div>
    )}
  </section>
);

const Preview = ({ site, found }: Shown) => (
  <section class="panel" aria-labelledby="preview">
    <h2 id="preview">Preview</h2>
    <section
      class="preview"
      lang={found.article.language}
      dir={directionOf(found.article.language)}
      tabindex={0}
      aria-label="The article as readers see it"
    >
      {raw(previewHtml(site, found))}
    </section>
  </section>
);
