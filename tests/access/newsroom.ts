/** A newsroom with two partners and one key of every kind, and what must not be told of it. */
import { SCOPES } from '../../src/editor/keys.ts';
import { memberAt } from '../../src/lib/json.ts';
import { EDITOR_KEY, named, SIGNING_KEYS } from '../world.ts';
import type { WatchedWorld } from './watched-world.ts';

export interface Key {
  readonly id: string;
  readonly key: string;
}

export interface Newsroom {
  readonly editor: Readonly<Record<string, Key>>;
  /** For each scope a key that has every other. */
  readonly without: Readonly<Record<string, Key>>;
  readonly revoked: Key;
  readonly feed: Readonly<Record<PartnerName, Key>>;
  readonly portal: Readonly<Record<PartnerName, Key>>;
  readonly revokedFeed: Key;
  readonly revokedPortal: Key;
  /** Number of the permission each partner is offered. */
  readonly offered: Readonly<Record<PartnerName, number>>;
  readonly request: number;
}

type PartnerName = 'north' | 'south' | 'paused' | 'over';

/** Secrets as they may stand in a text: whole keys, and their secret halves. */
export const secretsOf = (newsroom: Newsroom): readonly string[] => [
  EDITOR_KEY,
  SIGNING_KEYS.split(':')[1] ?? '',
  ...[
    ...Object.values(newsroom.editor),
    ...Object.values(newsroom.without),
    ...Object.values(newsroom.feed),
    ...Object.values(newsroom.portal),
    newsroom.revoked,
    newsroom.revokedFeed,
    newsroom.revokedPortal,
  ].map(({ key }) => key.split('_')[2] ?? ''),
];

export async function openNewsroom(world: WatchedWorld): Promise<Newsroom> {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await world.asEditor(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  const keyFrom = async (path: string, body: object): Promise<Key> => {
    const made = await ask('POST', path, body);
    return { id: String(memberAt(made, 'id')), key: String(memberAt(made, 'key')) };
  };
  const editorKey = (scopes: readonly string[]) => keyFrom('/api/keys', { label: 'A test', scopes });
  const partnerKey = (partner: string, kind: string) =>
    keyFrom(`/api/partners/${partner}/keys`, { kind, label: 'A test' });
  const partner = async (
    id: string,
  ): Promise<{ readonly feed: Key; readonly portal: Key; readonly offered: number }> => {
    await ask('PUT', `/api/partners/${id}`, { name: `The ${id}`, language: 'en' });
    await ask('PUT', `/api/partners/${id}/domains/${id}.example`);
    const scope = id === 'north' ? 'sections/harbour' : 'sections/islands';
    await ask('POST', `/api/partners/${id}/grants`, { scope });
    const offer = await ask('POST', `/api/partners/${id}/grants`, { state: 'offered' });
    const offered = Number(memberAt(offer, 'number'));
    return { feed: await partnerKey(id, 'feed'), portal: await partnerKey(id, 'portal'), offered };
  };

  await ask('PUT', '/api/articles', named('by-the-quay', { section: 'harbour' }));
  await ask('PUT', '/api/articles', named('on-the-skerries', { section: 'islands' }));
  const [north, south, paused, over] = [
    await partner('north'),
    await partner('south'),
    await partner('paused'),
    await partner('over'),
  ];
  const [revoked, revokedFeed, revokedPortal] = [
    await editorKey(SCOPES),
    await partnerKey('north', 'feed'),
    await partnerKey('north', 'portal'),
  ];
  await ask('DELETE', `/api/keys/${revoked.id}`);
  for (const { id } of [revokedFeed, revokedPortal]) await ask('DELETE', `/api/partners/north/keys/${id}`);
  await ask('POST', '/api/partners/paused/state', { state: 'suspended' });
  await ask('POST', '/api/partners/over/state', { state: 'ended' });
  const each = async (make: (scope: string) => Promise<Key>): Promise<Readonly<Record<string, Key>>> =>
    Object.fromEntries(await Promise.all(SCOPES.map(async (scope) => [scope, await make(scope)] as const)));
  return {
    editor: await each((scope) => editorKey([scope])),
    without: await each((scope) => editorKey(SCOPES.filter((other) => other !== scope))),
    revoked,
    revokedFeed,
    revokedPortal,
    feed: { north: north.feed, south: south.feed, paused: paused.feed, over: over.feed },
    portal: { north: north.portal, south: south.portal, paused: paused.portal, over: over.portal },
    offered: { north: north.offered, south: south.offered, paused: paused.offered, over: over.offered },
    request: await asked(world),
  };
}

/** A request for permission as somebody sends it who is nobody yet. Written as the form writes it. */
async function asked({ db }: WatchedWorld): Promise<number> {
  const query = `INSERT INTO request (at, article, organisation, name, email, domain, message, state, challenge)
    VALUES (1, NULL, 'Fjord Weekly', 'Mona Vik', 'mona@fjordweekly.example', 'fjordweekly.example', '', 'open', 'x')
    RETURNING number`;
  return (await db.prepare(query).first<number>('number')) ?? 0;
}

/** Everything the catalogue holds, as text: two of them differ if anything was written. */
export async function contentsOf({ db }: WatchedWorld): Promise<string> {
  const { results } = await db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all<{ name: string }>();
  const tables = await db.batch(results.map(({ name }) => db.prepare(`SELECT * FROM ${name}`)));
  return results.map(({ name }, index) => `${name} ${JSON.stringify(tables[index]?.results)}`).join('\n');
}
