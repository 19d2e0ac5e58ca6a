/** Readers of copies, many at once: badges and credit links with tokens of ours, and what came of each. */
import { Agent, get } from 'node:http';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { CHANNELS, signToken } from '../../src/partner/token.ts';
import { SIGNING_KEYS } from '../world.ts';
import { PUBLISHED } from './kill-service.ts';

/** By what a hit is told apart: article, grant, channel, kind, host. */
export type ReadKey = string;

export interface Reads {
  readonly sent: Map<ReadKey, number>;
  readonly answered: Map<ReadKey, number>;
  /** Of those who waited for an answer. */
  readonly unanswered: Map<ReadKey, number>;
}

export const newReads = (): Reads => ({ sent: new Map(), answered: new Map(), unanswered: new Map() });

export const add = (counts: Map<ReadKey, number>, key: ReadKey, n = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + n);
};

export const total = (counts: ReadonlyMap<ReadKey, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const CONNECTIONS = 24;
const GRANTS = 3;
const HOSTS = ['-', 'north.example', 'south.example', 'east.example'];
const BROWSER = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Seven reads of ten are of an article nobody else reads: one that is counted twice can't hide among others. */
let unique = 1000;

interface Read {
  readonly article: number;
  readonly grant: number;
  readonly channel: number;
  readonly kind: 0 | 1;
  readonly host: string;
}

const below = (n: number): number => Math.floor(Math.random() * n);

function oneRead(): Read {
  const [grant, channel, host = '-'] = [1 + below(GRANTS), below(CHANNELS.length), HOSTS[below(HOSTS.length)]];
  if (Math.random() < 0.7) return { article: ++unique, grant, channel, kind: 0, host };
  return { article: 1 + below(PUBLISHED), grant, channel, kind: Math.random() < 0.5 ? 0 : 1, host };
}

export const readKey = ({ article, grant, channel, kind, host }: Read): ReadKey =>
  `${article} ${grant} ${channel} ${kind} ${host}`;

async function pathOf({ article, grant, channel, kind }: Read): Promise<string> {
  const keys = await signingKeys(SIGNING_KEYS);
  if (!keys.ok) throw new Error(keys.error);
  const token = await signToken({ article, grant, channel: CHANNELS[channel] ?? 'page' }, keys.value);
  return kind === 0 ? `/b/${token}.${article % 2 === 0 ? 'svg' : 'gif'}` : `/c/${token}`;
}

/** One of ten readers goes on before the answer is there. */
const IMPATIENT = 0.1;
const LONGEST_STAY = 12;

/** Was it answered, to the last byte? */
function ask(agent: Agent, url: string, { kind, host }: Read, stay: number | null): Promise<boolean> {
  const headers = {
    'user-agent': BROWSER,
    'accept-language': 'en',
    accept: 'image/*',
    ...(host !== '-' && { referer: `https://${host}/` }),
  };
  const expected = kind === 0 ? 200 : 302;
  return new Promise((resolve) => {
    const request = get(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.complete && response.statusCode === expected));
      response.on('error', () => resolve(false));
    });
    request.on('error', () => resolve(false));
    if (stay !== null) setTimeout(() => request.destroy(), stay);
  });
}

export interface Reading {
  /** The process is warm from here on. */
  readonly firstAnswer: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Reads until it is told to stop; what is under way then is waited for. */
export function startReading(at: string, reads: Reads): Reading {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { promise: firstAnswer, resolve: isWarm } = Promise.withResolvers<void>();
  let stopped = false;
  const oneReader = async (): Promise<void> => {
    while (!stopped) {
      const read = oneRead();
      const path = await pathOf(read);
      const stay = Math.random() < IMPATIENT ? Math.random() * LONGEST_STAY : null;
      add(reads.sent, readKey(read));
      if (await ask(agent, at + path, read, stay)) {
        add(reads.answered, readKey(read));
        isWarm();
      } else if (stay === null) add(reads.unanswered, readKey(read));
    }
  };
  const readers = Promise.all(Array.from({ length: CONNECTIONS }, oneReader));
  return {
    firstAnswer,
    stop: async () => {
      stopped = true;
      await readers;
      agent.destroy();
    },
  };
}
