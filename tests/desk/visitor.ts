/** A browser at the desk, as far as it matters: it keeps the cookie, says where a form comes from, and follows nothing. */
import type { Response } from 'miniflare';
import { BASE, EDITOR_KEY, type World } from '../world.ts';

/** Everybody comes from somewhere else, so only tests of the rate limit meet it. */
const somewhere = (): string =>
  `2001:db8::${Math.floor(Math.random() * 0xffff_ffff)
    .toString(16)
    .replace(/(.{4})$/, ':$1')}`;

export interface Visitor {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly cookie: string;
}

export function visitor(world: World, cookie = ''): Visitor {
  const about = { 'cf-connecting-ip': somewhere(), ...(cookie && { cookie }) };
  return {
    cookie,
    get: (path, headers = {}) =>
      world.mf.dispatchFetch(BASE + path, { headers: { ...about, ...headers }, redirect: 'manual' }),
    post: (path, fields = {}, headers = {}) =>
      world.mf.dispatchFetch(BASE + path, {
        method: 'POST',
        headers: { ...about, origin: BASE, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
        redirect: 'manual',
      }),
  };
}

export const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

export async function signedIn(world: World, key: string = EDITOR_KEY): Promise<Visitor> {
  const response = await visitor(world).post('/desk/sign-in', { key });
  if (response.status !== 303) throw new Error(`Signing in answers ${response.status}`);
  return visitor(world, cookieOf(response));
}

export async function mintedKey(world: World, scopes: readonly string[]): Promise<{ id: string; key: string }> {
  return JSON.parse(await (await world.send('POST', '/api/keys', { label: 'a test', scopes })).text());
}

/** The number the desk knows an article by. */
export async function numberOf(world: World, slug: string): Promise<number> {
  return (await world.db.prepare('SELECT number FROM slug WHERE slug = ?').bind(slug).first<number>('number')) ?? 0;
}
