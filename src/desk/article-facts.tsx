/** What is known of an article, and the states it has had. */
import type { Article } from '../article/article.ts';
import { rightsOf } from '../article/rights.ts';
import type { Site } from '../page/site.ts';
import { termsFor, whyNotRepublishable } from '../terms/standard-terms.ts';
import type { DeskArticle } from './article-rows.ts';
import { Fact, When } from './parts.tsx';

interface Shown {
  readonly site: Site;
  readonly found: DeskArticle;
}

export const ArticleFacts = ({ site, found }: Shown) => {
  const { article } = found;
  const { publication } = site;
  const terms = termsFor(article, publication);
  return (
    <section class="panel" aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl class="facts">
        <Fact name="Authors">{article.byline.map(({ name }) => name).join(', ')}</Fact>
        <Fact name="Section">
          {article.section === null ? null : (publication.sections[article.section]?.name ?? article.section)}
        </Fact>
        <Fact name="Language">{publication.languages[article.language] ?? article.language}</Fact>
        <Fact name="Tags">{article.tags.join(', ')}</Fact>
        <Dates site={site} article={article} />
        <Fact name="Terms">
          <a href={`/desk/terms#${terms.name}`}>{terms.title}</a>
        </Fact>
        <Fact name="Others may have it">{passedOn(found, terms.open)}</Fact>
        <Fact name="Rights">{rightsOf(publication, article)}</Fact>
        <Fact name="Licence">{article.license}</Fact>
        <Fact name="Canonical page">{article.canonicalUrl}</Fact>
        <Fact name="Id">
          <code>{article.id}</code>
        </Fact>
        <Fact name="Guid">{article.guid === article.id ? null : <code>{article.guid}</code>}</Fact>
        <Fact name="Address">
          <code>{article.slug}</code>
        </Fact>
        <Fact name="Earlier addresses">{article.aliases.join(', ')}</Fact>
      </dl>
      <OriginFacts site={site} article={article} />
    </section>
  );
};

function passedOn({ article, standing }: DeskArticle, open: boolean): string {
  if (whyNotRepublishable(article) !== null) return 'No: the permission we hold does not let us pass it on';
  if (standing !== 'shown') return 'Not now';
  return open ? 'Yes, under these terms' : 'Whoever has a permission, under these terms';
}

interface Dated {
  readonly site: Site;
  readonly article: Article;
}

const Dates = ({ site, article }: Dated) => (
  <>
    <Fact name="Published">
      <When site={site} at={article.published} />
    </Fact>
    <Fact name="Changed">
      {article.modified === article.published ? null : <When site={site} at={article.modified} />}
    </Fact>
    <Fact name="Embargo until">
      {article.embargoedUntil === null ? null : <When site={site} at={article.embargoedUntil} />}
    </Fact>
    <Fact name="Expires">{article.expiresAt === null ? null : <When site={site} at={article.expiresAt} />}</Fact>
  </>
);

const OriginFacts = ({ site, article: { origin } }: Dated) =>
  origin === null ? null : (
    <>
      <h3>Reposted from</h3>
      <ol class="hops">
        {origin.hops.map((hop) => (
          <li>
            <a href={hop.url}>
              <bdi>{hop.publisher}</bdi>
            </a>{' '}
            ({hop.role}), <When site={site} at={hop.date} />
            <br />
            <span class="quiet" dir="auto">
              {hop.credit}
            </span>
          </li>
        ))}
      </ol>
      <dl class="facts">
        <Fact name="Our permission">{origin.permission.reference}</Fact>
        <Fact name="Valid until">
          {origin.permission.until === undefined ? null : <When site={site} at={origin.permission.until} />}
        </Fact>
        <Fact name="May be passed on">{origin.permission.sublicensable ? 'Yes' : 'No'}</Fact>
      </dl>
    </>
  );

export const Revisions = ({ site, found: { revisions } }: Shown) => (
  <section class="panel" aria-labelledby="revisions">
    <h2 id="revisions">Revisions</h2>
    <table class="rows small">
      <caption class="unseen">What readers saw has changed, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Revision</th>
          <th scope="col">Since</th>
          <th scope="col">Content</th>
        </tr>
      </thead>
      <tbody>
        {revisions.map(({ revision, at, contentHash }) => (
          <tr>
            <th scope="row">{revision}</th>
            <td data-name="Since">
              <When site={site} at={at} />
            </td>
            <td data-name="Content">
              <code>{contentHash.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
