/** A partner with keys and permissions, and a browser of theirs that is signed in. */
import type { Response } from 'miniflare';
import { sendForm } from '../republish/asking.ts';
import type { World } from '../world.ts';

export interface Visitor {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly send: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
}

export async function makePartner(world: World, id: string, over: object = {}): Promise<void> {
  const partner = { name: `Partner ${id}`, language: 'en', dialect: 'generic', contacts: [], ...over };
  await expectGood(world.send('PUT', `/api/partners/${id}`, partner));
}

export async function mint(world: World, id: string, kind: 'feed' | 'portal') {
  const response = await expectGood(
    world.send('POST', `/api/partners/${id}/keys`, { kind, label: `${kind} of ${id}` }),
  );
  const made: { readonly id: string; readonly key: string } = JSON.parse(await response.text());
  return made;
}

/** The number of the new permission. */
export async function give(world: World, id: string, grant: object): Promise<number> {
  const response = await expectGood(world.send('POST', `/api/partners/${id}/grants`, grant));
  const { number }: { readonly number: number } = JSON.parse(await response.text());
  return number;
}

async function expectGood(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response;
}

export const cookieIn = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

export const visitor = (world: World, cookie: string): Visitor => ({
  get: (path, headers = {}) => world.get(path, { cookie, accept: 'text/html', ...headers }),
  send: (path, fields = {}, headers = {}) => sendForm(world, path, fields, { cookie, ...headers }),
});

export async function signedIn(world: World, key: string): Promise<Visitor> {
  const response = await sendForm(world, '/portal/sign-in', { key, to: '/portal' });
  if (response.status !== 303) throw new Error(`Signing in: ${response.status}`);
  return visitor(world, cookieIn(response));
}
