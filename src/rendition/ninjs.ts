/** A copy as ninjs 3.1 (IPTC News in JSON), for programs. Its bodies carry the credit like every other rendition. */
import type { Article, Hop, Photo, Status } from '../article/article.ts';
import type { CopyCredit } from '../article/copy-credit.ts';
import { mediaPath } from '../article/figure.ts';
import type { Publication } from '../article/publication.ts';
import { articleUrl, canonicalUrlOf, rightsOf } from '../article/rights.ts';
import type { NamedTerms } from '../article/terms.ts';
import { rfc3339 } from '../lib/time.ts';
import { offerPath } from '../terms/addresses.ts';
import { proseText } from '../terms/prose.ts';
import { bodyRoot, type Copy } from './copy.ts';
import { codeIn, creditLine } from './credit-html.ts';
import { htmlOf } from './html.ts';
import { bodyText } from './text.ts';

export interface NinjsFacts {
  readonly article: Article;
  readonly publication: Publication;
  readonly base: string;
  readonly terms: NamedTerms;
  readonly credit: CopyCredit;
}

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';
const ODRL = 'http://www.w3.org/ns/odrl/2/';

const STATUS: Readonly<Record<Status, string>> = { usable: 'usable', held: 'withheld', withdrawn: 'canceled' };

export const renderNinjs = (copy: Copy, facts: NinjsFacts): string =>
  `${JSON.stringify(ninjsOf(copy, facts), null, 2)}\n`;

function ninjsOf(copy: Copy, facts: NinjsFacts) {
  const { article, publication } = facts;
  return {
    uri: uriOf(article.guid),
    type: 'text',
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    representationType: copy.excerpt ? 'partial' : 'full',
    firstCreated: rfc3339(article.published),
    versionCreated: rfc3339(article.modified),
    ...(article.origin && { contentCreated: rfc3339(article.origin.hops[0].date) }),
    ...(article.expiresAt !== null && { expires: rfc3339(article.expiresAt) }),
    pubStatus: STATUS[article.status],
    language: article.language,
    by: article.byline.map(({ name }) => name).join(', '),
    people: article.byline.map(({ name, url }) => ({ name, rel: 'author', ...(url !== undefined && { uri: url }) })),
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.title }],
    ...(article.dek !== '' && { descriptions: [{ role: 'dek', contentType: 'text/plain', value: article.dek }] }),
    bodies: [
      { role: 'html5', contentType: 'text/html', value: htmlOf(bodyRoot(copy)) },
      { role: 'text', contentType: 'text/plain', value: bodyText(copy) },
    ],
    ...rightsMembers(facts),
    infoSources: infoSources(article, publication, facts.base),
    altIds: altIds(facts),
    ...(article.tags.length > 0 && { subjects: article.tags.map((name) => ({ name })) }),
    associations: copy.photos.map((photo, index) => picture(photo, index, facts)),
  };
}

function rightsMembers({ article, publication, base, terms, credit }: NinjsFacts) {
  return {
    copyrightHolder: article.origin?.hops[0].publisher ?? publication.publisher.name,
    copyrightNotice: rightsOf(publication, article),
    usageTerms: `${proseText(terms, publication)} ${creditLine(credit)} ${credit.url}`,
    rightsInfo: { langId: ODRL, linkedRights: base + offerPath(terms.name) },
  };
}

/** A guid may be an IRI, `uri` may not (RFC 3987 section 3.1); the guid itself, char by char, is among `altIds`. */
const uriOf = (guid: string): string => guid.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);

/** The way here, oldest first, and at its end we, who hand it out. `literal` is the credit line, word for word. */
function infoSources({ origin }: Article, { title }: Publication, base: string) {
  const us = { name: title, uri: `${base}/` };
  if (!origin) return [{ ...us, role: 'originator' }];
  return [...origin.hops.map(sourceOf), { ...us, role: 'distributor' }];
}

const sourceOf = ({ role, publisher, url, credit }: Hop) => ({
  name: publisher,
  role: role === 'original' ? 'originator' : role,
  uri: url,
  literal: credit,
});

function altIds({ article, publication, base, credit }: NinjsFacts) {
  const code = codeIn(credit);
  return [
    { role: 'guid', value: article.guid },
    ...(article.id === article.guid ? [] : [{ role: 'id', value: article.id }]),
    ...(article.origin?.hops ?? []).flatMap(({ guid }) =>
      guid === undefined ? [] : [{ role: 'originalId', value: guid }],
    ),
    { role: 'url', value: articleUrl(article, base) },
    { role: 'canonicalUrl', value: canonicalUrlOf(article, publication, base) },
    { role: 'creditUrl', value: credit.url },
    ...(code === null ? [] : [{ role: 'referenceCode', value: code }]),
  ];
}

function picture(photo: Photo, index: number, { article, base }: NinjsFacts) {
  const isLead = photo.asset === article.photo?.asset;
  const href = base + mediaPath(photo);
  const { width, height, bytes, type, caption, alt, credit, holder, license } = photo;
  return {
    name: isLead ? 'lead' : `photo-${index + 1}`,
    rel: isLead ? 'mainImage' : 'image',
    uri: href,
    type: 'picture',
    by: credit,
    ...(holder !== undefined && { copyrightHolder: holder }),
    ...(license !== undefined && { usageTerms: license }),
    descriptions: [
      ...(caption === undefined ? [] : [{ role: 'caption', contentType: 'text/plain', value: caption }]),
      { role: 'alt', contentType: 'text/plain', value: alt },
    ],
    renditions: [{ name: 'main', href, contentType: type, width, height, sizeInBytes: bytes }],
  };
}
