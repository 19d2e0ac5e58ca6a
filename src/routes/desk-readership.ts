import { addDays } from '../desk/plot-days.ts';
import { familiesTable, feedsTable, READERSHIP_DAYS, readershipPage } from '../desk/readership-page.tsx';
import { daysAsked } from '../desk/report-page.tsx';
import { readerships } from '../desk/report-polls.ts';
import { civilDay } from '../lib/time.ts';
import type { DeskCall } from './desk-answer.ts';
import { reportAnswer } from './desk-report-answer.ts';

const USUAL = 30;

export async function showReadership(call: DeskCall): Promise<Response> {
  const days = daysAsked(call.c.req.query('days'), READERSHIP_DAYS, USUAL);
  const polls = await call.gate.env.POLLS.getByName('polls').read();
  const found = readerships(polls, addDays(civilDay(call.gate.now, 'UTC'), 1 - days));
  const tables = [familiesTable(found), feedsTable(found, call.site.publication)];
  const here = { path: '/desk/readership', query: { days: String(days) } };
  return reportAnswer(call, tables, () => readershipPage(call.frame, { here, days, tables }));
}
