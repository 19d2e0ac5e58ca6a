/** `kill -9` in the middle of publishing: every article is wholly old or wholly new, and running again completes it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { named, openWorld, type World } from '../world.ts';

const KILLS = 50;
const ARTICLES = 6;
/** Publishing is under way for about this long when the process is killed, in milliseconds. */
const LATEST_KILL = 400;

/** Retried once: the simulator's own connection to a process that was killed may fail the question, not the answer. */
let persist: string;
beforeAll(() => {
  persist = mkdtempSync(join(tmpdir(), 'tearsheet-kill-'));
});
afterAll(() => rmSync(persist, { recursive: true, force: true }));

/** Version `v` of an article says so in its title, its body, its tag and its author. */
const version = (index: number, v: number): ArticleDocument =>
  named(`a${index}`, { title: `v${v}`, body: `<p>v${v}</p>`, tags: [`t${v}`], byline: [{ name: `author ${v}` }] });

/** Kills the workerd that this process started last. */
function killWorkerd(): void {
  const pids = execFileSync('pgrep', ['-P', String(process.pid), 'workerd'])
    .toString()
    .trim()
    .split('\n');
  process.kill(Number(pids.at(-1)), 'SIGKILL');
}

/** Publishes version after version until the connection breaks; answers what was acknowledged. */
async function publishUntilKilled(world: World, from: number): Promise<Map<number, number>> {
  const acknowledged = new Map<number, number>();
  const stream = async (index: number): Promise<void> => {
    for (let v = from; ; v++) {
      const response = await world.send('PUT', '/api/articles', version(index, v)).catch(() => null);
      if (!response?.ok) return;
      acknowledged.set(index, v);
    }
  };
  await Promise.all(Array.from({ length: ARTICLES }, (_, index) => stream(index)));
  return acknowledged;
}

interface Stored {
  readonly slug: string;
  readonly title: string;
  readonly html: string;
  readonly seq: number;
  readonly revision: number;
  readonly revisions: number;
  readonly entries: number;
  readonly scopes: string;
}

const STORED = `SELECT slug, document ->> 'title' AS title, html, article.seq, revision,
  (SELECT count(*) FROM revision AS r WHERE r.number = article.number) AS revisions,
  (SELECT count(*) FROM entry WHERE entry_key / 4 = article.number) AS entries,
  (SELECT group_concat(scope, ' ') FROM (SELECT scope FROM listing WHERE listing.number = article.number AND state = 'shown' ORDER BY scope)) AS scopes
  FROM article JOIN article_body USING (number) ORDER BY slug`;

async function expectWhole(world: World): Promise<readonly Stored[]> {
  const { results } = await world.db.prepare(STORED).all<Stored>();
  const feed: { items: { title: string; content_html: string; url: string }[] } = JSON.parse(
    await (await world.get('/feed.json', { 'accept-encoding': 'identity' })).text(),
  );
  for (const { slug, title, html, revision, revisions, entries, scopes } of results) {
    const v = title.slice(1);
    expect({ slug, html, revisions, entries }).toEqual({ slug, html: `<p>v${v}</p>`, revisions: revision, entries: 3 });
    expect(scopes.trim().split(' ')).toEqual([`authors/author-${v}`, 'languages/en', 'sections/harbour', `tags/t${v}`]);
    const item = feed.items.find(({ url }) => url.endsWith(`/${slug}`));
    expect({ slug, title: item?.title, content: item?.content_html }).toEqual({ slug, title, content: `<p>v${v}</p>` });
  }
  const seqs = results.map(({ seq }) => seq);
  expect(new Set(seqs).size).toBe(seqs.length);
  const state = (await world.db.prepare('SELECT seq FROM state').first<number>('seq')) ?? 0;
  expect(Math.max(...seqs, 0)).toBeLessThanOrEqual(state);
  return results;
}

describe('killing the process while it publishes', () => {
  it(`leaves whole articles, ${KILLS} times`, { timeout: 400_000, retry: 1 }, async () => {
    let next = 1;
    let lastSeq = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const world = await openWorld({ persist });
      const publishing = publishUntilKilled(world, next);
      await wait(20 + Math.random() * LATEST_KILL);
      killWorkerd();
      const acknowledged = await publishing;
      await world.close().catch(() => undefined);
      const after = await openWorld({ persist });
      const stored = await expectWhole(after);
      // What was acknowledged is there, or something newer that was written but not answered.
      for (const [index, v] of acknowledged)
        expect(Number(stored.find(({ slug }) => slug === `a${index}`)?.title.slice(1))).toBeGreaterThanOrEqual(v);
      const seq = (await after.db.prepare('SELECT seq FROM state').first<number>('seq')) ?? 0;
      expect(seq).toBeGreaterThanOrEqual(lastSeq);
      lastSeq = seq;
      next = Math.max(next, ...acknowledged.values(), ...stored.map(({ title }) => Number(title.slice(1)))) + 1;
      for (let index = 0; index < ARTICLES; index++)
        expect((await after.send('PUT', '/api/articles', version(index, next))).ok).toBe(true);
      expect((await expectWhole(after)).map(({ title }) => title)).toEqual(Array(ARTICLES).fill(`v${next}`));
      next++;
      await after.close();
    }
  });
});
