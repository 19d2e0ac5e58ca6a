/** A service with something on each of its reports. */
import { numberOf } from '../desk/visitor.ts';
import { named, openWorld, type World } from '../world.ts';
import { hit, verify } from './ledger.ts';

export interface Filled {
  readonly world: World;
  /** One of each kind of report. */
  readonly paths: readonly string[];
}

export async function openFilled(): Promise<Filled> {
  const world = await openWorld();
  await world.put(named('one', { title: 'The night ferry runs again, and what it carries' }));
  await world.put(named('arabic', { language: 'ar', title: 'قهوة الخامسة فجرًا على رصيف الصيادين' }));
  await world.send('PUT', '/api/partners/coast', { name: 'Coast', language: 'en' });
  await world.send('POST', '/api/partners/coast/grants', {});
  const grant =
    (await world.db.prepare("SELECT number FROM permission_grant WHERE partner = 'coast'").first<number>('number')) ??
    0;
  const [one, arabic] = [await numberOf(world, 'one'), await numberOf(world, 'arabic')];
  await hit(world, { article: one, grant, host: 'coast.example', views: 2, clicks: 1 });
  await verify(world, 'coast.example');
  await hit(world, { article: one, grant, host: 'coast.example', views: 3, machines: 2 });
  await hit(world, { article: arabic, grant, host: `${'long-name.'.repeat(9)}example`, views: 1 });
  await world.db
    .prepare(`INSERT INTO request (at, organisation, name, email, domain, message, state, challenge)
      VALUES (?, 'North Post', 'Lin', 'lin@north.example', 'north.example', 'May we?', 'open', 'x')`)
    .bind(Date.now())
    .run();
  await world.get('/feed.rss', { 'user-agent': 'Feedbin feed-id:1 - 42 subscribers' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const copy =
    (await world.db.prepare("SELECT number FROM repost WHERE host = 'coast.example'").first<number>('number')) ?? 0;
  return {
    world,
    paths: [
      '/desk',
      '/desk?days=7',
      '/desk?days=365',
      '/desk/copies',
      '/desk/copies?host=nothing',
      `/desk/copies/${copy}`,
      `/desk/articles/${one}/reads`,
      '/desk/partners/coast/reads',
      '/desk/readership?days=90',
    ],
  };
}
