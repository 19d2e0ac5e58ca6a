/** What others make of the same fifty articles: no limit, only for comparison. */
import { compareTasks } from '../lib/inside.ts';
import { joinWorld, taskWorld } from '../lib/join-world.ts';

const PEERS = ['feed', 'feedsmith', 'rss', '@astrojs/rss', 'fast-xml-parser'];

/** Microseconds for one document, by who makes it; ours first. */
export async function measurePeers(): Promise<Readonly<Record<string, number>>> {
  const ours = await joinWorld(({ pid, at }) => compareTasks(pid, at, ['join', 'join-gzip', 'concat']));
  const peers = await taskWorld('peers', ({ pid, at }) => compareTasks(pid, at, PEERS));
  const named = [
    ['Tearsheet', ours.us.join],
    ['Tearsheet, compressed', ours.us['join-gzip']],
    ['strings concatenated', ours.us.concat],
    ...PEERS.map((name) => [name, peers.us[name]] as const),
  ] as const;
  return Object.fromEntries(named.map(([name, us]) => [name, us ?? 0]));
}
