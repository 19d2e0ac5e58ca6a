import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_SECRET, type SigningKeys, signingKeys } from '../../src/partner/signing-keys.ts';
import { CHANNELS, readToken, signToken, verifyToken } from '../../src/partner/token.ts';

const SECRETS = { one: 'a'.repeat(MIN_SECRET), two: 'b'.repeat(MIN_SECRET) };

async function keysOf(text: string): Promise<SigningKeys> {
  const keys = await signingKeys(text);
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
}

const attribution = fc.record({
  article: fc.nat({ max: 0xffffffff }),
  grant: fc.nat({ max: 0xffffffff }),
  channel: fc.constantFrom(...CHANNELS),
});
const some = { article: 4711, grant: 12, channel: 'feed' } as const;
const bytesOf = (token: string): Buffer => Buffer.from(token, 'base64url');

describe('an attribution token', async () => {
  const keys = await keysOf(`1:${SECRETS.one}`);

  it('is 36 characters, the same each time, and says what was signed', async () => {
    await fc.assert(
      fc.asyncProperty(attribution, async (said) => {
        const token = await signToken(said, keys);
        expect(token).toMatch(/^[A-Za-z0-9_-]{36}$/);
        expect(await signToken(said, keys)).toBe(token);
        expect(readToken(token)).toEqual(said);
        expect(await verifyToken(token, keys)).toEqual(said);
      }),
    );
  });

  it.each([-1, 0x100000000])('holds numbers of 32 bits: not %d', async (article) => {
    await expect(signToken({ ...some, article }, keys).then(readToken)).rejects.toThrow(/32 bits|range/i);
  });

  it('is refused when made up or changed: 100,000 times', async () => {
    const token = await signToken(some, keys);
    let accepted = 0;
    const random = (index: number): string => {
      const bytes = bytesOf(token);
      if (index % 2 === 0) return Buffer.from(crypto.getRandomValues(new Uint8Array(27))).toString('base64url');
      const at = index % 27;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (index % 8));
      return bytes.toString('base64url');
    };
    for (let batch = 0; batch < 100; batch++) {
      const texts = Array.from({ length: 1000 }, (_, index) => random(batch * 1000 + index));
      const verdicts = await Promise.all(texts.filter((text) => text !== token).map((text) => verifyToken(text, keys)));
      accepted += verdicts.filter((verdict) => verdict !== null).length;
    }
    expect(accepted).toBe(0);
  }, 60_000);

  it('has one spelling', async () => {
    const token = await signToken(some, keys);
    const others = [
      `${token}=`,
      `${token} `,
      ` ${token}`,
      token.replace(/-/g, '+').replace(/_/g, '/').padEnd(40, '='),
      token.toLowerCase(),
      token.toUpperCase(),
      token.slice(0, 35),
      `${token}A`,
      encodeURIComponent(`${token}\n`),
    ].filter((other) => other !== token);
    expect(others.length).toBeGreaterThan(7);
    for (const other of others) expect(await verifyToken(other, keys), other).toBeNull();
  });

  it('still verifies when its key is retired, and no more when it is revoked', async () => {
    const token = await signToken(some, keys);
    expect(await verifyToken(token, await keysOf(`2:${SECRETS.two},1:${SECRETS.one}`))).toEqual(some);
    expect(await verifyToken(token, await keysOf(`2:${SECRETS.two}`))).toBeNull();
    // The same key id with another secret is another key.
    expect(await verifyToken(token, await keysOf(`1:${SECRETS.two}`))).toBeNull();
  });

  it('is signed with the first key', async () => {
    const token = await signToken(some, await keysOf(`2:${SECRETS.two},1:${SECRETS.one}`));
    expect(await verifyToken(token, await keysOf(`2:${SECRETS.two}`))).toEqual(some);
  });

  it('of another purpose is none: the same secret signs nothing else', async () => {
    const body = bytesOf(await signToken(some, keys)).subarray(0, 11);
    const raw = await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(SECRETS.one),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const tag = Buffer.from(await crypto.subtle.sign('HMAC', raw, Uint8Array.from(body))).subarray(0, 16);
    expect(await verifyToken(Buffer.concat([body, tag]).toString('base64url'), keys)).toBeNull();
  });

  it('of another version or channel is not read', async () => {
    const bytes = bytesOf(await signToken(some, keys));
    const version = Buffer.from(bytes);
    version[0] = 2;
    const channel = Buffer.from(bytes);
    channel[2] = CHANNELS.length;
    for (const other of [version, channel]) expect(readToken(other.toString('base64url'))).toBeNull();
  });
});

describe('SIGNING_KEYS', () => {
  it.each([
    ['', /not set/],
    ['secret', /ID:SECRET/],
    [`1:${'a'.repeat(MIN_SECRET - 1)}`, /at least 32/],
    [`256:${SECRETS.one}`, /0 to 255/],
    [`1:${SECRETS.one},1:${SECRETS.two}`, /each once/],
    [`1:${SECRETS.one},`, /ID:SECRET/],
    [`-1:${SECRETS.one}`, /ID:SECRET/],
  ])('“%s” is refused with what to write, and without the secret', async (text, words) => {
    const keys = await signingKeys(text);
    expect(keys.ok).toBe(false);
    if (!keys.ok) {
      expect(keys.error).toMatch(words);
      expect(keys.error).not.toContain('aaaa');
    }
  });

  it.each([`0:${SECRETS.one}`, `255:${SECRETS.one}`, ` 7:${SECRETS.one} , 8:${SECRETS.two} `])(
    '“%s” is taken',
    async (text) => {
      expect((await signingKeys(text)).ok).toBe(true);
    },
  );
});
