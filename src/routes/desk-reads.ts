/** How copies of one article, or of one partner, are read. */
import { findPartner } from '../catalogue/partner-rows.ts';
import { CLASSES } from '../count/request-class.ts';
import { findForDesk } from '../desk/article-rows.ts';
import { daysIn } from '../desk/report-cells.ts';
import {
  classesTable,
  copiesOf,
  hostsTable,
  monthPlots,
  placesTable,
  type Reads,
  readsPage,
  totalTable,
} from '../desk/report-reads.tsx';
import { listCopies } from '../ledger/report-copies.ts';
import { classesOfArticle, placesOfArticle } from '../ledger/report-places.ts';
import { countsOfArticle, countsOfPartner, hostsOfPartner } from '../ledger/reports.ts';
import { type DeskCall, noSuch, numberIn } from './desk-answer.ts';
import { PEOPLE, reportAnswer, todayOf } from './desk-report-answer.ts';

const readsAnswer = (call: DeskCall, place: string, reads: Reads): Response =>
  reportAnswer(call, [...reads.tables, ...reads.plots.map(({ table }) => table)], () =>
    readsPage(call.frame, place, reads),
  );

export async function showArticleReads(call: DeskCall): Promise<Response> {
  const { DB } = call.gate.env;
  const found = await findForDesk(DB, numberIn(call));
  if (!found) return noSuch(call, 'article with this number');
  const { number } = found;
  const [counts, places, classes, { copies, more }] = await Promise.all([
    countsOfArticle(DB, number),
    placesOfArticle(DB, number, PEOPLE),
    classesOfArticle(DB, number),
    listCopies(DB, { article: number }, 1),
  ]);
  return readsAnswer(call, '/desk/articles', {
    title: found.article.title,
    subject: { href: `/desk/articles/${number}`, words: 'The article at the desk' },
    here: { path: `/desk/articles/${number}/reads`, query: {} },
    plots: monthPlots(counts, thisMonth(call)),
    tables: [
      totalTable(counts),
      placesTable(places),
      copiesOf(copies, more, daysIn(call.site.publication.timeZone)),
      classesTable(classes, CLASSES),
    ],
  });
}

export async function showPartnerReads(call: DeskCall): Promise<Response> {
  const { DB } = call.gate.env;
  const partner = await findPartner(DB, call.c.req.param('id') ?? '');
  if (!partner) return noSuch(call, 'partner with this name');
  const { id, name } = partner;
  const [counts, hosts, { copies, more }] = await Promise.all([
    countsOfPartner(DB, id),
    hostsOfPartner(DB, id),
    listCopies(DB, { partner: id }, 1),
  ]);
  return readsAnswer(call, '/desk/partners', {
    title: name,
    subject: { href: `/desk/partners/${id}`, words: 'The partner at the desk' },
    here: { path: `/desk/partners/${id}/reads`, query: {} },
    plots: monthPlots(counts, thisMonth(call)),
    tables: [totalTable(counts), hostsTable(hosts), copiesOf(copies, more, daysIn(call.site.publication.timeZone))],
  });
}

const thisMonth = (call: DeskCall): string => todayOf(call).slice(0, 7);
