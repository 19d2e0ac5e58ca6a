import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_HELD, verifiedToken } from '../../src/count/verified-tokens.ts';
import { type SigningKeys, signingKeys } from '../../src/partner/signing-keys.ts';
import { signToken } from '../../src/partner/token.ts';
import { creditAt } from '../../src/routes/credit-path.ts';

const keysFrom = async (text: string): Promise<SigningKeys> => {
  const keys = await signingKeys(text);
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
};
const SECRET = 'a-secret-of-thirty-two-characters';
const token = (article: number, keys: SigningKeys): Promise<string> =>
  signToken({ article, grant: 1, channel: 'feed' }, keys);

/** How often an HMAC was made while this was done. */
async function signings(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(crypto.subtle, 'sign');
  await work();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

afterEach(() => vi.restoreAllMocks());

describe('a token', () => {
  it('of ours is verified once', async () => {
    const keys = await keysFrom(`1:${SECRET}`);
    const text = await token(7, keys);
    expect(await signings(() => verifiedToken(text, keys))).toBe(1);
    expect(await signings(() => verifiedToken(text, keys))).toBe(0);
    expect(await verifiedToken(text, keys)).toEqual({ article: 7, grant: 1, channel: 'feed' });
  });

  it('of somebody else is looked at each time, and is nobody’s', async () => {
    const keys = await keysFrom(`1:${SECRET}`);
    const text = await token(7, await keysFrom(`1:${SECRET}-other`));
    for (let time = 0; time < 2; time++) {
      expect(await verifiedToken(text, keys)).toBeNull();
      expect(await signings(() => verifiedToken(text, keys))).toBe(1);
    }
  });

  it('is forgotten with its key', async () => {
    const both = await keysFrom(`1:${SECRET},2:${SECRET}-older`);
    const text = await signToken({ article: 7, grant: 1, channel: 'feed' }, await keysFrom(`2:${SECRET}-older`));
    expect(await verifiedToken(text, both)).not.toBeNull();
    expect(await verifiedToken(text, await keysFrom(`1:${SECRET}`))).toBeNull();
  });

  it.each([
    [MAX_HELD - 1, 0],
    [MAX_HELD, 1],
    [MAX_HELD + 1, 1],
  ])('is held while there are at most so many: %i others', async (others, signed) => {
    const keys = await keysFrom(`1:${SECRET}${others}`);
    const first = await token(0, keys);
    await verifiedToken(first, keys);
    for (let article = 1; article <= others; article++) await verifiedToken(await token(article, keys), keys);
    expect(await signings(() => verifiedToken(first, keys))).toBe(signed);
  });
});

describe('the address of a badge or credit link', () => {
  it.each([
    ['https://news.example/b/AQEB_-x.svg', { kind: 'badge', name: 'AQEB_-x.svg' }],
    ['https://news.example/b/AQEB.gif', { kind: 'badge', name: 'AQEB.gif' }],
    ['http://127.0.0.1:8787/c/AQEB', { kind: 'link', name: 'AQEB' }],
  ])('%s is known at once', (url, asked) => expect(creditAt(url)).toEqual(asked));

  it.each([
    'https://news.example/b/AQEB.svg?x=1',
    'https://news.example/b/AQEB.png',
    'https://news.example/b/AQEB',
    'https://news.example/c/AQEB/',
    'https://news.example/c/AQ%45B',
    'https://news.example/x/c/AQEB',
    'https://news.example/feed.rss',
  ])('%s is the router’s', (url) => expect(creditAt(url)).toBeNull());
});
