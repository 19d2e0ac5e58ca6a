/** A ledger as big as the issue's: two years, 1,000 articles, 100 partners, 10 million hits; and an editor at the desk. */
import type { DatabaseSync } from 'node:sqlite';
import { civilDay } from '../../src/lib/time.ts';
import { makeCatalogue } from './catalogue.ts';
import { PUBLICATION } from './corpus.ts';
import { once } from './once.ts';
import { openSqliteD1 } from './sqlite-d1.ts';
import { EDITOR_KEY } from './world.ts';

const ARTICLES = 1000;
export const PARTNERS = 100;
export const HITS = 10_000_000;
const DAYS = 730;
const DAYS_EACH = 200;
const COUNT = HITS / ARTICLES / DAYS_EACH;

const numbers = (name: string, count: number): string =>
  `${name}(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM ${name} WHERE n + 1 < ${count})`;

/** Every article on 200 of the days, under permissions and at hosts in turn, four of five requests by people. */
const seed = (today: string, now: number): string => `BEGIN;
  WITH RECURSIVE ${numbers('p', PARTNERS)} INSERT INTO partner
    SELECT 'partner-' || n, 'Partner ' || n, 'en', 'generic', '[]', 'active', 1, ${now} FROM p;
  WITH RECURSIVE ${numbers('p', PARTNERS)}
    INSERT INTO permission_grant (partner, scope, state, terms_name, terms_version, terms, valid_from, created_at)
    SELECT 'partner-' || n, '', 'active', 'standard', 1, '{}', ${now}, ${now} FROM p;
  INSERT INTO grant_event SELECT number, ${now}, 'active', 'bench', 'Agreed.' FROM permission_grant;
  WITH RECURSIVE ${numbers('a', ARTICLES)}, ${numbers('d', DAYS_EACH)}
    INSERT INTO hit SELECT a.n + 1, date('${today}', '-' || ((a.n * 7 + d.n * 3) % ${DAYS}) || ' days'),
      1 + (a.n + d.n) % (SELECT max(number) FROM permission_grant), 1, d.n % 5 = 0, 'h' || ((a.n + d.n) % 150) || '.example',
      CASE WHEN (a.n * 3 + d.n) % 5 = 0 THEN 3 ELSE 0 END, ${COUNT} FROM a, d;
  ${[
    ['hit_day', 'day'],
    ['hit_article', 'substr(day, 1, 7), article'],
    ['hit_grant', 'substr(day, 1, 7), grant_number'],
    ['hit_host', 'grant_number, host, substr(day, 1, 7)'],
  ]
    .map(
      ([
        table,
        by,
      ]) => `INSERT INTO ${table} SELECT ${by}, kind, sum(count), sum(CASE WHEN class = 0 THEN count ELSE 0 END),
        sum(CASE WHEN class = 0 AND article % 2 = 0 THEN count ELSE 0 END) FROM hit GROUP BY ${by}, kind;`,
    )
    .join('\n')}
  INSERT INTO repost (article, grant_number, host, found_by, presence, verdict, currency, mark, first_seen, last_seen)
    SELECT article, grant_number, min(host), 'hit', 'sighted', 'unchecked', 'current', 'none',
      ${now} - article * 3600000, ${now} FROM hit GROUP BY article, grant_number;
  INSERT INTO request (at, organisation, name, email, domain, message, state, challenge)
    SELECT ${now}, name, name, 'a@b.example', 'b.example', '', 'open', '' FROM partner LIMIT 20;
  COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);`;

function corrected(sqlite: DatabaseSync, now: number): void {
  const correction = JSON.stringify([{ date: now, text: 'It was ten boats, not nine.' }]);
  sqlite
    .prepare("UPDATE article SET document = json_set(document, '$.corrections', json(?)) WHERE number % 40 = 0")
    .run(correction);
  sqlite.prepare("UPDATE listing SET position = ? - number WHERE scope = ''").run(now);
}

export const deskLedger = once(async (): Promise<string> => {
  const { file } = await makeCatalogue({ newest: 30, bytes: 2000, older: ARTICLES - 30 });
  const d1 = await openSqliteD1(file);
  const now = Date.now();
  corrected(d1.sqlite, now);
  d1.sqlite.exec(seed(civilDay(now, PUBLICATION.timeZone), now));
  await d1.close();
  return file;
});

/** What a browser that is signed in sends. */
export async function signIn(at: string): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${at}/desk/sign-in`, {
    method: 'POST',
    headers: { origin: 'https://bench.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ key: EDITOR_KEY }).toString(),
    redirect: 'manual',
  });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  if (response.status !== 303 || cookie === '') throw new Error(`Signing in answers ${response.status}`);
  return { cookie };
}
