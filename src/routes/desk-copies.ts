/** `/desk/copies`: the list, one of them, and marking it. */
import { listPartners } from '../catalogue/partner-rows.ts';
import { type CopiesAsked, copiesPage } from '../desk/copies-page.tsx';
import { startOfDay } from '../desk/days.ts';
import { lineOf } from '../desk/form.ts';
import { daysIn, momentsIn } from '../desk/report-cells.ts';
import { copiesTable, historyTable } from '../desk/report-copies.ts';
import { copyPage } from '../desk/report-copy-page.tsx';
import { OPEN } from '../desk/report-overview.ts';
import { monthPlots } from '../desk/report-reads.tsx';
import { may } from '../desk/session.ts';
import { type Copy, type CopyFilter, findCopy, listCopies } from '../ledger/report-copies.ts';
import { countsOfCopy } from '../ledger/report-places.ts';
import { MARKS, markRepost, PRESENCES, repostHistory } from '../ledger/reposts.ts';
import { cleanLine } from '../lib/text.ts';
import { type DeskCall, html, noSuch, numberIn, seeOther, withProblem } from './desk-answer.ts';
import { PEOPLE, reportAnswer, todayOf } from './desk-report-answer.ts';

const MAX_WORDS = 253;
const MAX_REASON = 500;
const MAX_PAGES = 10_000;
const A_NUMBER = /^\d{1,15}$/;

function askedIn({ c }: DeskCall): CopiesAsked {
  const word = (name: string): string => cleanLine(c.req.query(name) ?? '').slice(0, MAX_WORDS);
  return {
    partner: word('partner'),
    article: word('article'),
    presence: PRESENCES.find((presence) => presence === word('presence')) ?? '',
    host: word('host'),
    since: word('since'),
  };
}

function filterOf({ partner, article, presence, host, since }: CopiesAsked, timeZone: string): CopyFilter {
  const isNumber = A_NUMBER.test(article);
  return {
    partner: partner === '' ? undefined : partner === OPEN ? null : partner,
    article: isNumber ? Number(article) : undefined,
    words: isNumber || article === '' ? undefined : article,
    presence: PRESENCES.find((each) => each === presence),
    host: host || undefined,
    since: startOfDay(since, timeZone) ?? undefined,
  };
}

function pageIn({ c }: DeskCall): number {
  const page = Number(c.req.query('page') ?? 1);
  return Number.isSafeInteger(page) && page >= 1 && page <= MAX_PAGES ? page : 1;
}

export async function showCopies(call: DeskCall): Promise<Response> {
  const { DB } = call.gate.env;
  const { timeZone } = call.site.publication;
  const asked = askedIn(call);
  const page = pageIn(call);
  const [{ copies, more }, partners] = await Promise.all([
    listCopies(DB, filterOf(asked, timeZone), page),
    listPartners(DB),
  ]);
  const table = copiesTable(copies, daysIn(timeZone));
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  const query = Object.fromEntries([...given, ...(page > 1 ? [['page', String(page)] as const] : [])]);
  const view = { here: { path: '/desk/copies', query }, asked, partners, table, page, more };
  return reportAnswer(call, [table], () => copiesPage(call.frame, view));
}

async function copyAnswer(call: DeskCall, copy: Copy, problem?: string): Promise<Response> {
  const { DB } = call.gate.env;
  const moment = momentsIn(call.site.publication.timeZone);
  const [counts, events] = await Promise.all([
    countsOfCopy(DB, { ...copy, live: copy.presence === 'live' }, PEOPLE),
    repostHistory(DB, copy.number),
  ]);
  const plots = monthPlots(counts, todayOf(call).slice(0, 7));
  const history = historyTable(events, moment);
  const here = { path: `/desk/copies/${copy.number}`, query: {} };
  const writes = may(call.session, 'partners');
  const view = { here, copy, moment, plots, history, writes, reason: lineOf(call.form, 'reason') };
  if (problem !== undefined) return html(copyPage(withProblem(call, problem), view), 422);
  return reportAnswer(call, [...plots.map(({ table }) => table), history], () => copyPage(call.frame, view));
}

export async function showCopy(call: DeskCall): Promise<Response> {
  const copy = await findCopy(call.gate.env.DB, numberIn(call));
  return copy ? copyAnswer(call, copy) : noSuch(call, 'copy with this number');
}

export async function markCopy(call: DeskCall): Promise<Response> {
  const { gate, form } = call;
  const copy = await findCopy(gate.env.DB, numberIn(call));
  if (!copy) return noSuch(call, 'copy with this number');
  const mark = MARKS.find((each) => each === form.get('mark'));
  const reason = lineOf(form, 'reason').slice(0, MAX_REASON);
  if (!mark) return copyAnswer(call, copy, 'Choose a mark.');
  if (reason === '') return copyAnswer(call, copy, 'Write a reason.');
  if (mark === copy.mark) return copyAnswer(call, copy, 'It has this mark already.');
  await markRepost(gate.env.DB, copy.number, mark, reason, gate.now);
  return seeOther(`/desk/copies/${copy.number}?done=moved`);
}
