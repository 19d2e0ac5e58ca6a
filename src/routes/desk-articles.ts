/** `/desk/articles`: list, look at, hold, release, withdraw, correct, and say whose the photos are. */
import { deskArticlePage, mayCorrect } from '../desk/article-page.tsx';
import { countByStanding, type DeskArticle, findForDesk, listForDesk } from '../desk/article-rows.ts';
import { articlesPage } from '../desk/articles-page.tsx';
import type { CorrectProblem } from '../desk/correct.ts';
import { type Correcting, isWhere } from '../desk/correct-form.tsx';
import { correctedDocument, type PhotoChange, rightsDocument } from '../desk/documents.ts';
import { lineOf } from '../desk/form.ts';
import { isRights, isStanding } from '../desk/labels.ts';
import { restate } from '../desk/restate.ts';
import { withdrawPage } from '../desk/withdraw-page.tsx';
import { cleanLine } from '../lib/text.ts';
import { clockOf } from '../publish/clock.ts';
import { type PublishProblem, publishArticle, withdrawArticle } from '../publish/publish-article.ts';
import { forgetState } from '../serve/state-memo.ts';
import { publishProblem } from './api-answer.ts';
import { type DeskCall, html, noSuch, numberIn, publishingOf, seeOther, withProblem } from './desk-answer.ts';

const MAX_PAGES = 10_000;
const MAX_REASON = 500;
const NOT_NOW = { held: 'It is not held.', usable: 'It is held or withdrawn already.' } as const;
const OVERTAKEN = 'The article was changed by somebody else at this moment. Look at it, and try again.';

export async function listArticles({ c, gate, frame }: DeskCall): Promise<Response> {
  const status = c.req.query('status') ?? '';
  const page = Number(c.req.query('page') ?? 1);
  const wanted = {
    standing: isStanding(status) ? status : null,
    words: cleanLine(c.req.query('words') ?? '').slice(0, 200),
    page: Number.isSafeInteger(page) && page >= 1 && page <= MAX_PAGES ? page : 1,
  };
  const [list, counts] = await Promise.all([listForDesk(gate.env.DB, wanted), countByStanding(gate.env.DB)]);
  return html(articlesPage(frame, { wanted, counts, ...list }));
}

/** Answers with the article's page, or does something with the article. */
const withArticle =
  (act: (call: DeskCall, found: DeskArticle) => Promise<Response>) =>
  async (call: DeskCall): Promise<Response> => {
    const found = await findForDesk(call.gate.env.DB, numberIn(call));
    return found ? act(call, found) : noSuch(call, 'article with this number');
  };

export const showArticle = withArticle(async ({ frame, site }, found) =>
  html(deskArticlePage(frame, { site, found, correcting: null })),
);

/** The article's page again, with why nothing was done and what was typed. */
function refused(call: DeskCall, found: DeskArticle, problem: string, correcting: Correcting | null = null): Response {
  return html(deskArticlePage(withProblem(call, problem), { site: call.site, found, correcting }), 422);
}

function done({ gate }: DeskCall, number: number, dueAt: number | null, code: string): Response {
  forgetState();
  if (dueAt !== null) gate.later(clockOf(gate.env).wakeAt(dueAt));
  return seeOther(`/desk/articles/${number}?done=${code}`);
}

const wordsOf = (problem: PublishProblem): string =>
  problem.reason === 'overtaken' ? OVERTAKEN : publishProblem(problem).detail;

const restating = (from: 'usable' | 'held', to: 'usable' | 'held', code: string) =>
  withArticle(async (call, found) => {
    if (found.article.status !== from) return refused(call, found, NOT_NOW[from]);
    const result = await restate(found, to, publishingOf(call));
    return result.ok ? done(call, found.number, result.value, code) : refused(call, found, OVERTAKEN);
  });

export const holdArticle = restating('usable', 'held', 'held');
export const releaseArticle = restating('held', 'usable', 'released');

export const askWithdraw = withArticle(async ({ frame }, found) => html(withdrawPage(frame, found, '')));

export const withdraw = withArticle(async (call, found) => {
  if (found.article.withdrawal) return refused(call, found, 'It is withdrawn already.');
  const reason = lineOf(call.form, 'reason').slice(0, MAX_REASON);
  if (reason === '') return html(withdrawPage(withProblem(call, 'Write a reason.'), found, reason), 422);
  const result = await withdrawArticle(found, reason, publishingOf(call));
  return result.ok
    ? done(call, found.number, result.value.dueAt, 'withdrawn')
    : html(withdrawPage(withProblem(call, wordsOf(result.error)), found, reason), 409);
});

const CORRECT_PROBLEMS: Readonly<Record<CorrectProblem, string>> = {
  'not found': 'The old words do not stand there. Copy them from the preview, letter for letter.',
  'found more than once': 'The old words stand there more than once. Take more of the sentence around them.',
  'across markup':
    'The old words run across a link, emphasis or the end of a paragraph. Take words from one side of it, and correct the other side by itself.',
};

export const correct = withArticle(async (call, found) => {
  const correcting = correctingIn(call.form);
  const no = (problem: string) => refused(call, found, problem, correcting);
  if (!mayCorrect(found)) return no('Only what readers have seen is corrected. Change its file instead.');
  if (correcting.was === '' || correcting.text === '') return no('Write the old words, and what you tell readers.');
  if (correcting.was === correcting.now) return no('The new words are the old ones.');
  const document = correctedDocument(found, correcting, call.gate.now);
  if (!document.ok) return no(CORRECT_PROBLEMS[document.error]);
  const result = await publishArticle(document.value, publishingOf(call));
  return result.ok ? done(call, found.number, result.value.dueAt, 'corrected') : no(wordsOf(result.error));
});

function correctingIn(form: URLSearchParams): Correcting {
  const where = form.get('where') ?? '';
  return {
    where: isWhere(where) ? where : 'body',
    was: lineOf(form, 'was'),
    now: lineOf(form, 'now'),
    text: lineOf(form, 'text'),
  };
}

export const changeRights = withArticle(async (call, found) => {
  const change = photoChangeIn(call.form);
  if (!change) return refused(call, found, 'Choose whose the photo is.');
  if (change.rights === 'unknown' && change.syndicate)
    return refused(call, found, 'While it is unknown whose the photo is, nobody else may have it. Find out first.');
  const document = rightsDocument(found, change);
  if (!document.ok) return refused(call, found, 'This photo is not in the article any more.');
  const result = await publishArticle(document.value, publishingOf(call));
  return result.ok
    ? done(call, found.number, result.value.dueAt, 'rights')
    : refused(call, found, wordsOf(result.error));
});

function photoChangeIn(form: URLSearchParams): PhotoChange | null {
  const rights = form.get('rights') ?? '';
  if (!isRights(rights)) return null;
  return {
    asset: form.get('asset') ?? '',
    rights,
    holder: lineOf(form, 'holder'),
    license: lineOf(form, 'license'),
    syndicate: form.get('syndicate') === 'yes',
  };
}
