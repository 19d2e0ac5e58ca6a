/** RSL 1.0 (rslstandard.org): the licences for machines, as one document for the whole site. */
import type { NamedTerms, Terms } from '../article/terms.ts';
import { escapeHtml } from '../lib/text.ts';
import { type TermsSite, termsPath } from './addresses.ts';
import { creativeCommonsKind } from './creative-commons.ts';
import type { Place } from './mining.ts';

export const RSL_TYPE = 'application/rsl+xml; charset=utf-8';

/** A day: a repost that is new here must not stand under an older licence for long. */
const MAX_AGE_DAYS = 1;

export const licenseXml = (site: TermsSite, places: readonly Place[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rsl xmlns="https://rslstandard.org/rsl" max-age="${MAX_AGE_DAYS}">
${places.map((place) => content(site, place)).join('\n')}
</rsl>
`;

/** Of what is not ours, nothing is said but that it is not to be had here. */
const NOT_OURS = '<license><prohibits type="usage">ai-all</prohibits></license>';

function content(site: TermsSite, { path, terms, license }: Place): string {
  const url = `<content url="${escapeHtml(path)}">`;
  if (!terms) return `  ${url}${NOT_OURS}</content>`;
  const page = escapeHtml(site.base + termsPath(terms.name));
  return `  ${url}
    <license>${usage(terms)}${payment(terms, license, page)}</license>
    ${copyright(site)}
    <terms>${page}</terms>
  </content>`;
}

/** Only what machines do: who may republish, and where, is said in the ODRL Offer. Tokens are parted by blanks. */
function usage({ mining }: Terms): string {
  const uses: readonly (readonly [boolean, readonly string[]])[] = [
    [mining.search, ['search']],
    [mining.input, ['ai-input', 'ai-index']],
    [mining.train, ['ai-train']],
  ];
  const tokens = (allowed: boolean) => uses.flatMap(([is, names]) => (is === allowed ? names : []));
  const forbidden = !mining.input && !mining.train ? [...(mining.search ? [] : ['search']), 'ai-all'] : tokens(false);
  const element = (name: string, list: readonly string[]) =>
    list.length > 0 ? `<${name} type="usage">${list.join(' ')}</${name}>` : '';
  return element('permits', tokens(true)) + element('prohibits', forbidden);
}

/** Without this element what is permitted is free of any condition. */
function payment({ mining }: NamedTerms, license: string | null, page: string): string {
  const kind = license === null ? null : creativeCommonsKind(license);
  if (license !== null && kind === null) return paid('attribution', `<custom>${escapeHtml(license)}</custom>`);
  if (license !== null && kind?.startsWith('by'))
    return paid('attribution', `<standard>${escapeHtml(license)}</standard>`);
  if (license !== null || !(mining.input || mining.train)) return '';
  return paid('attribution', `<custom>${page}</custom>`);
}

const paid = (type: string, inner: string): string => `<payment type="${type}">${inner}</payment>`;

function copyright({ publication: { publisher, contact }, base }: TermsSite): string {
  const attributes = `type="organization" contactEmail="${escapeHtml(contact)}" contactUrl="${escapeHtml(`${base}/terms`)}"`;
  return `<copyright ${attributes}>${escapeHtml(publisher.name)}</copyright>`;
}
