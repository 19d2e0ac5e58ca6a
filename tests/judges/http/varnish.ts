/** Varnish as a shared cache in front of the service, with its own handling of gzip off, so that Vary is put to the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Demo } from '../demo.ts';
import { freePort } from '../demo-service.ts';
import { type Answer, ask } from '../http.ts';
import { type Judge, verdict } from '../judge.ts';
import { needs, pathOf } from '../shell.ts';
import { mayBeStored } from './http-cache.ts';
import { publishOne } from './publish-one.ts';

export const varnish: Judge = {
  name: 'varnish',
  missing: needs('varnish', 'varnishd'),
  async judge(demo) {
    const port = await freePort();
    const daemon = start(demo, port);
    try {
      const get = getter(`http://127.0.0.1:${port}`);
      await untilUp(get);
      const checks = [...(await formats(get)), ...(await negotiated(get)), ...(await delta(get, demo))];
      return verdict(
        checks.length,
        'exchanges',
        checks.flatMap((check) => check ?? []),
      );
    } finally {
      daemon.kill('SIGTERM');
    }
  },
};

/** Null: as it should be. */
type Check = string | null;
type Get = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

const getter =
  (base: string): Get =>
  (path, headers = {}) =>
    ask(base + path, { headers });

const check = (right: boolean, what: string): Check => (right ? null : what);
const isHit = ({ headers }: Answer): boolean => Number(headers['x-hits']) > 0;

function start(demo: Demo, port: number): ChildProcess {
  const folder = join(demo.folder, 'varnish');
  mkdirSync(folder, { recursive: true });
  const vcl = join(folder, 'judge.vcl');
  const text = readFileSync(join(import.meta.dirname, 'varnish.vcl'), 'utf8');
  writeFileSync(vcl, text.replace('SERVICE_PORT', new URL(demo.base).port));
  const where = ['-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-f', vcl];
  // The temporary folder is ours alone, so the daemon can't change to a user of its own.
  const how = ['-F', '-j', 'none', '-s', 'malloc,64m', '-p', 'http_gzip_support=off'];
  return spawn(pathOf('varnishd') ?? 'varnishd', [...how, ...where], { stdio: 'ignore' });
}

async function untilUp(get: Get): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const answer = await get('/healthz').catch(() => null);
    if (answer?.status === 200) return;
    await wait(200);
  }
  throw new Error('varnishd did not come up');
}

async function formats(get: Get): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const path of ['/feed.rss', '/feed.atom', '/feed.json']) {
    const first = await get(path);
    const again = await get(path);
    const zipped = await get(path, { 'accept-encoding': 'gzip' });
    const unchanged = await get(path, { 'if-none-match': first.headers.etag ?? '' });
    const forced = await get(path, { 'if-none-match': '"another"' });
    checks.push(
      check(first.status === 200 && !isHit(first), `${path}: the first request is a hit`),
      check(isHit(again) && again.body.equals(first.body), `${path}: the second request is no hit`),
      check(zipped.headers['content-encoding'] === 'gzip', `${path}: no gzip for a client that takes it`),
      check(!(await get(path)).headers['content-encoding'], `${path}: gzip for a client that takes none`),
      check(unchanged.status === 304 && isHit(unchanged), `${path}: a known tag is answered ${unchanged.status}`),
      check(forced.status === 200, `${path}: another tag is answered ${forced.status}`),
    );
  }
  return checks;
}

const ACCEPTS = ['application/rss+xml', 'application/atom+xml', 'application/feed+json'];

/** One address, three documents: twice each, so that the second comes out of the cache. */
async function negotiated(get: Get): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const accept of [...ACCEPTS, ...ACCEPTS]) {
    const { status, headers } = await get('/feed', { accept });
    const type = headers['content-type'] ?? '';
    checks.push(check(status === 200 && type.startsWith(accept), `/feed for ${accept}: ${status} ${type}`));
  }
  const last = await get('/feed', { accept: 'application/feed+json' });
  return [...checks, check(isHit(last), '/feed is not kept')];
}

async function delta(get: Get, demo: Demo): Promise<readonly Check[]> {
  const whole = await get('/feed.atom');
  await publishOne(demo, 'varnish', `${demo.base}/feed.atom`);
  const headers = { 'a-im': 'feed', 'if-none-match': whole.headers.etag ?? '' };
  const first = await get('/feed.atom', headers);
  const second = await get('/feed.atom', headers);
  const after = await get('/feed.atom');
  return [
    check(first.status === 226, `a delta is answered ${first.status}`),
    check(first.body.length < whole.body.length / 2, `a delta of ${first.body.length} bytes`),
    check(!mayBeStored(`${demo.base}/feed.atom`, headers, first), 'http-cache-semantics would store a 226'),
    check(second.status === 226 && !isHit(second), 'a 226 came out of the cache'),
    check(after.status === 200 && after.body.equals(whole.body), 'after a delta the whole document is another'),
  ];
}
