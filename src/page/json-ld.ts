/** schema.org NewsArticle for one page: who wrote it, whose it is, what it is based on, and how it was corrected. */
import { type Article, allPhotos, type Correction, type Hop, type Person, type Photo } from '../article/article.ts';
import { creditText } from '../article/credit.ts';
import { mediaPath } from '../article/figure.ts';
import type { Publication } from '../article/publication.ts';
import { rightsOf } from '../article/rights.ts';
import { civilDay, rfc3339 } from '../lib/time.ts';
import { offerPath, termsPath } from '../terms/addresses.ts';
import { articleLicense } from '../terms/article-license.ts';
import { publicCredit } from '../terms/credit-line.ts';
import { termsFor } from '../terms/standard-terms.ts';
import type { Site } from './site.ts';
import { absolute, articleUrl, authorScope, hasPage, scopePath, sectionScope } from './urls.ts';

/** JSON that can stand in a script element: nothing in it ends the element or a line of JavaScript. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

export function newsArticle(site: Site, article: Article): Readonly<Record<string, unknown>> {
  const { publication } = site;
  const url = articleUrl(site, article);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    identifier: article.guid,
    headline: article.title,
    alternativeHeadline: article.dek || undefined,
    inLanguage: article.language,
    articleSection: article.section ? sectionScope(site, article.section).name : undefined,
    keywords: article.tags.length > 0 ? article.tags : undefined,
    author: article.byline.map((person) => author(site, person)),
    datePublished: rfc3339(article.published),
    dateModified: rfc3339(article.modified),
    publisher: organization(publication.publisher.name, publication.publisher.url),
    ...ownership(site, article),
    image:
      article.photo || article.photos.length > 0 ? allPhotos(article).map((photo) => image(site, photo)) : undefined,
    correction: article.corrections.length > 0 ? article.corrections.map(correction) : undefined,
  };
}

/** A repost belongs to where it came from, so nobody is sent to our terms for a licence to it. */
function ownership(site: Site, article: Article): Readonly<Record<string, unknown>> {
  const { publication } = site;
  const origin = article.origin;
  const first = origin?.hops[0];
  const holder = first
    ? organization(first.publisher)
    : organization(publication.publisher.name, publication.publisher.url);
  return {
    sourceOrganization: holder,
    copyrightHolder: holder,
    copyrightYear: yearOf(first?.date ?? article.published, publication),
    copyrightNotice: rightsOf(publication, article),
    license: articleLicense(article, publication) ?? undefined,
    creditText: origin ? creditText(origin) : publicCredit(article, publication),
    isBasedOn: origin?.hops.map(basis),
    ...(!origin && offered(site, article)),
  };
}

/** Where people read the terms an article is under, and where programs do. */
function offered(site: Site, article: Article): Readonly<Record<string, string>> {
  const { name } = termsFor(article, site.publication);
  return { acquireLicensePage: absolute(site, termsPath(name)), usageInfo: absolute(site, offerPath(name)) };
}

const yearOf = (moment: number, publication: Publication): number =>
  Number(civilDay(moment, publication.timeZone).slice(0, 4));

const organization = (name: string, url?: string) => ({ '@type': 'Organization', name, url });

function author(site: Site, person: Person) {
  const scope = authorScope(person);
  const url = hasPage(scope) ? absolute(site, scopePath(scope)) : undefined;
  return { '@type': 'Person', name: person.name, url, sameAs: person.url };
}

const basis = (hop: Hop) => ({
  '@type': 'NewsArticle',
  '@id': hop.url,
  url: hop.url,
  identifier: hop.guid,
  datePublished: rfc3339(hop.date),
  publisher: organization(hop.publisher),
  creditText: hop.credit,
  license: hop.license,
});

const image = (site: Site, photo: Photo) => ({
  '@type': 'ImageObject',
  contentUrl: absolute(site, mediaPath(photo)),
  encodingFormat: photo.type,
  width: photo.width,
  height: photo.height,
  caption: photo.caption,
  description: photo.alt,
  creditText: photo.credit,
  copyrightNotice: photo.holder,
  license: photo.license,
});

const correction = ({ date, text }: Correction) => ({
  '@type': 'CorrectionComment',
  datePublished: rfc3339(date),
  text,
});
