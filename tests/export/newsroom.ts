/** A publication with articles in every standing, partners, copies that were read, and everything an export has. */
import type { ArticleDocument } from '../../src/article/input.ts';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { signToken } from '../../src/partner/token.ts';
import { flushTallies } from '../count/tallies.ts';
import { jpeg } from '../editor/photos.ts';
import { feedKey, givePermission, makePartner } from '../partner-feed/partners.ts';
import { named, PUBLICATION, SIGNING_KEYS, type World } from '../world.ts';

const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export interface Newsroom {
  readonly key: string;
  readonly grant: number;
  readonly token: string;
  readonly photo: string;
}

const taken = async (response: Promise<{ ok: boolean; text: () => Promise<string> }>): Promise<unknown> => {
  const answer = await response;
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text);
};

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString().replace(/\.\d+Z/, 'Z');

const origin: NonNullable<ArticleDocument['origin']> = {
  hops: [
    {
      role: 'original',
      publisher: 'Kystavisen',
      url: 'https://kyst.example/a',
      date: '2026-10-01T08:00:00Z',
      credit: 'First in Kystavisen',
    },
  ],
  permission: { basis: 'written', reference: 'K-1', sublicensable: false },
};

export async function tokenOf(article: number, grant: number): Promise<string> {
  const keys = await signingKeys(SIGNING_KEYS);
  if (!keys.ok) throw new Error(keys.error);
  return signToken({ article, grant, channel: 'feed' }, keys.value);
}

export const reader = (host: string): Record<string, string> => ({
  'user-agent': BROWSER,
  'sec-fetch-dest': 'image',
  accept: 'image/avif,image/webp,*/*',
  referer: `https://${host}/`,
});

/** Some are many, so that pages and archives there are more than one of. */
export async function fill(world: World): Promise<Newsroom> {
  await taken(world.send('PUT', '/api/publication', { ...PUBLICATION, feedItems: 10, archiveItems: 10 }));
  const { asset: photo } = Object(
    await taken(world.send('PUT', '/api/assets', jpeg(40, 30), { 'content-type': 'image/jpeg' })),
  );
  const lines = Array.from({ length: 24 }, (_, index) =>
    named(`story-${index}`, { published: at(-100 + index), body: `<p>“Æ ${index}” 🚢</p>` }),
  );
  for (const line of lines) await taken(world.put(line));
  await taken(
    world.put(
      named('pictured', { photo: { asset: photo, alt: 'A pier', credit: 'Ada Lens', rights: 'own', syndicate: true } }),
    ),
  );
  await taken(world.put(named('held', { status: 'held' })));
  await taken(world.put(named('waiting', { embargoedUntil: at(48) })));
  await taken(world.put(named('expiring', { expiresAt: at(48) })));
  await taken(world.put(named('gone')));
  await taken(world.put(named('gone', { status: 'withdrawn', withdrawal: { reason: 'It was wrong.', date: at(-1) } })));
  await taken(world.put(named('moved')));
  await taken(world.put(named('moved', { slug: 'moved-on', tags: ['bridges'], title: 'Moved on' })));
  await taken(world.put(named('taken-in', { origin })));
  await makePartner(world, 'north');
  const grant = await givePermission(world, 'north');
  await givePermission(world, 'north', { scope: 'sections/harbour' });
  await makePartner(world, 'south', { dialect: 'msn' });
  const key = await feedKey(world, 'north');
  const token = await tokenOf(1, grant);
  for (const host of ['a.example', 'b.example', 'b.example']) await world.get(`/b/${token}.svg`, reader(host));
  await world.get(`/c/${token}`, reader('a.example'));
  await flushTallies(world);
  await world.db.batch([
    world.db.prepare("INSERT INTO repost_event VALUES (1, 5, 'mark', 'disputed', 'They say it is theirs.')"),
    world.db.prepare(
      "INSERT INTO request (at, organisation, name, email, domain, message, state, challenge) VALUES (1, 'O', 'N', 'n@o.example', 'o.example', 'Please.', 'open', 'c')",
    ),
  ]);
  return { key, grant, token, photo: String(photo) };
}

/** A second of polls is handed on together. */
export const countedPolls = async (world: World): Promise<void> => {
  await (await world.get('/feed.rss', { 'user-agent': 'Feedly/1.0 (12 subscribers)' })).text();
  await new Promise((resolve) => setTimeout(resolve, 1500));
};
