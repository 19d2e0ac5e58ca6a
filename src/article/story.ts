/** The parts of a story as stored HTML, in the order in which feeds and copies show them. */
import { escapeHtml } from '../lib/text.ts';
import { civilDay } from '../lib/time.ts';
import type { Article, FullArticle } from './article.ts';
import { creditHtml } from './credit.ts';
import { figureHtml } from './figure.ts';
import type { Publication } from './publication.ts';

/** The day by the publication's calendar, and the words. */
export function correctionsHtml({ corrections }: Article, { timeZone }: Publication): string {
  const notes = corrections.map(
    ({ date, text }) => `<p><strong>${civilDay(date, timeZone)}:</strong> ${escapeHtml(text)}</p>`,
  );
  return notes.length > 0 ? `<hr>${notes.join('')}` : '';
}

export const originHtml = ({ origin }: Article): string => (origin ? `<hr>${creditHtml(origin)}` : '');

/** The whole story as one piece of HTML: most readers show nothing else, so the credit is in here too. */
export const storyHtml = ({ article, body }: FullArticle, publication: Publication): string =>
  (article.photo ? figureHtml(article.photo) : '') + body + correctionsHtml(article, publication) + originHtml(article);
