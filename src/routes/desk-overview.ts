import { startOfDay } from '../desk/days.ts';
import { OVERVIEW_DAYS, overviewPage } from '../desk/overview-page.tsx';
import { addDays } from '../desk/plot-days.ts';
import { momentsIn } from '../desk/report-cells.ts';
import { firstDay, overviewOf, WEEK } from '../desk/report-overview.ts';
import { daysAsked } from '../desk/report-page.tsx';
import { corrections, newCopies, permissionMoves, removals } from '../ledger/report-week.ts';
import { bestArticles, bestPartners, countsByDay, countsWithin } from '../ledger/reports.ts';
import type { DeskCall } from './desk-answer.ts';
import { reportAnswer, todayOf } from './desk-report-answer.ts';

const USUAL = 30;

export async function showOverview(call: DeskCall): Promise<Response> {
  const { timeZone } = call.site.publication;
  const days = daysAsked(call.c.req.query('days'), OVERVIEW_DAYS, USUAL);
  const today = todayOf(call);
  const since = firstDay(today, WEEK);
  const read = await readOverview(call.gate.env.DB, days, today, startOfDay(since, timeZone) ?? 0);
  const overview = overviewOf({ days, today, moment: momentsIn(timeZone), ...read });
  const { totals, plots, articles, partners, changes } = overview;
  const tables = [totals, ...plots.map(({ table }) => table), articles, partners, changes];
  const here = { path: '/desk', query: { days: String(days) } };
  const view = { here, days, overview, newCopies: read.copies.length, since };
  return reportAnswer(call, tables, () => overviewPage(call.frame, view));
}

/** All at once, and each bounded: at most some 1,900 rows over a year, whatever the ledger holds. */
async function readOverview(db: D1Database, days: number, today: string, since: number) {
  const from = firstDay(today, days);
  const [counts, before, articles, partners, copies, permissions, removed, corrected] = await Promise.all([
    countsByDay(db, { from, to: today }),
    countsWithin(db, { from: addDays(from, -days), to: addDays(from, -1) }),
    bestArticles(db, today.slice(0, 7)),
    bestPartners(db, today.slice(0, 7)),
    newCopies(db, since),
    permissionMoves(db, since),
    removals(db, since),
    corrections(db, since),
  ]);
  return { counts, before, articles, partners, copies, permissions, removals: removed, corrections: corrected };
}
