/** Who reads which copies: a few are read by most, and not only people ask. */
import { CLASSES, type RequestClass } from '../../src/count/request-class.ts';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { CHANNELS, signToken } from '../../src/partner/token.ts';
import { type Asked, requestText } from './hit-client.ts';
import { BENCH_SIGNING_KEYS, browserHeaders } from './hit-run.ts';

/** Of a million reads there are 100 articles: however many reads there are, a copy is read as often. */
const READS_OF_AN_ARTICLE = 10_000;
const PARTNERS = 20;
/** Each article runs with so many partners. */
const COPIES = 4;
/** One read of twenty leads to a click. */
const CLICKS = 0.05;

interface Asker {
  readonly class: RequestClass;
  readonly share: number;
  readonly headers: (host: string, kind: 'view' | 'click') => Readonly<Record<string, string>>;
  /** Does it say which page it is on? */
  readonly saysHost: boolean;
}

const agent = (userAgent: string) => () => ({ 'user-agent': userAgent, accept: '*/*' });

const ASKERS: readonly Asker[] = [
  { class: 'reader', share: 0.8, headers: browserHeaders, saysHost: true },
  {
    class: 'proxy',
    share: 0.08,
    headers: agent('Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)'),
    saysHost: false,
  },
  {
    class: 'crawler',
    share: 0.08,
    headers: agent('Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'),
    saysHost: false,
  },
  {
    class: 'ai',
    share: 0.04,
    headers: agent(
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    ),
    saysHost: false,
  },
];

/** For each copy, what each asker asks of it: views, then clicks. */
type Copy = readonly { readonly view: Asked; readonly click: Asked }[];

export async function copiesRead(reads: number): Promise<readonly Copy[]> {
  const articles = Math.ceil(reads / READS_OF_AN_ARTICLE);
  const keys = await signingKeys(BENCH_SIGNING_KEYS);
  if (!keys.ok) throw new Error(keys.error);
  const places = Array.from({ length: articles * COPIES }, (_, index) => {
    const article = 1 + (index % articles);
    const grant = 1 + ((article * 7 + Math.floor(index / articles) * 5) % PARTNERS);
    return { article, grant, channel: CHANNELS[grant % CHANNELS.length] ?? 'page' };
  });
  return Promise.all(
    places.map(async (place) => {
      const token = await signToken(place, keys.value);
      return ASKERS.map((asker) => ({
        view: askedBy(asker, place, token, 'view'),
        click: askedBy(asker, place, token, 'click'),
      }));
    }),
  );
}

interface Place {
  readonly article: number;
  readonly grant: number;
  readonly channel: (typeof CHANNELS)[number];
}

function askedBy(asker: Asker, { article, grant, channel }: Place, token: string, kind: 'view' | 'click'): Asked {
  const host = `paper-${grant}.example`;
  const path = kind === 'view' ? `/b/${token}.svg` : `/c/${token}`;
  const [said, place] = [asker.saysHost ? host : '-', CLASSES.indexOf(asker.class)];
  return {
    key: [article, grant, CHANNELS.indexOf(channel), kind === 'view' ? 0 : 1, said, place].join(' '),
    request: requestText(path, asker.headers(host, kind)),
  };
}

/** So many reads, the same at every run: the rank of a copy decides how often it is read (Zipf). */
export function readersOf(copies: readonly Copy[], reads: number): () => Asked | null {
  const random = numbersFrom(7);
  let left = reads;
  return () => {
    if (left-- <= 0) return null;
    const copy = copies[Math.floor(copies.length ** random()) - 1] ?? copies[0];
    const asked = copy?.[askerAt(random())] ?? copy?.[0];
    if (!asked) throw new Error('There is nothing to read');
    return random() < CLICKS ? asked.click : asked.view;
  };
}

function askerAt(at: number): number {
  let sum = 0;
  return ASKERS.findIndex(({ share }) => {
    sum += share;
    return at < sum;
  });
}

/** The same numbers on every machine (a linear congruential generator). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
