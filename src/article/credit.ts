/** The credit lines of a repost: verbatim, oldest first, each publisher's name a link to the page it published. */
import { escapeHtml } from '../lib/text.ts';
import type { Hop, Origin } from './article.ts';

export const creditText = (origin: Origin): string => origin.hops.map((hop) => hop.credit).join(' ');

export const creditHtml = (origin: Origin): string => origin.hops.map((hop) => `<p>${lineHtml(hop)}</p>`).join('');

/** The words stay as they came; only a link is laid around the publisher's name, or around all of it. */
function lineHtml(hop: Hop): string {
  const at = hop.credit.indexOf(hop.publisher);
  const [from, to] = at < 0 ? [0, hop.credit.length] : [at, at + hop.publisher.length];
  const link = `<a href="${escapeHtml(hop.url)}">${escapeHtml(hop.credit.slice(from, to))}</a>`;
  return escapeHtml(hop.credit.slice(0, from)) + link + escapeHtml(hop.credit.slice(to));
}
