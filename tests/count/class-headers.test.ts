/** No header breaks the rules or makes them slow. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenIn } from '../../src/count/class-seen.ts';
import { CLASSES, classOf, RULES } from '../../src/count/request-class.ts';
import { agent, BASE, CHROME, found } from './class-asking.ts';
import { CORPUS } from './class-corpus.ts';
import type { Entry } from './class-entry.ts';

describe('any header', () => {
  const NAMES = [
    'user-agent',
    'referer',
    'accept',
    'accept-language',
    'purpose',
    'x-moz',
    'sec-purpose',
    'sec-fetch-dest',
    'sec-ch-ua',
    'via',
    'from',
  ];
  const value = fc.oneof(
    fc.stringMatching(/^[\x21-\x7e\x80-\xff][\x20-\x7e\x80-\xff]{0,80}$/),
    fc.constantFrom(...CORPUS.flatMap(({ headers }) => Object.values(headers)).filter((each) => each !== '')),
    fc.constantFrom(
      'https://',
      'http://[',
      'https://a:b@c.example:99999/',
      'file:///etc',
      '/(?:',
      '((((',
      'prefetch',
      'x'.repeat(9000),
    ),
  );
  const headers = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), value), { selector: ([name]) => name });
  const kind = fc.constantFrom<Entry['kind']>('view', 'click', 'poll');

  it('gives a class and a rule, whatever it holds and in whatever order', () => {
    const rules = new Set(['browser', ...RULES.map(({ id }) => id)]);
    fc.assert(
      fc.property(headers, kind, (list, asked) => {
        const answer = found(list, asked);
        expect(CLASSES).toContain(answer.class);
        expect(rules).toContain(answer.rule);
        expect(found(list.toReversed(), asked)).toEqual(answer);
        const shouted = list.map(([name, text]): [string, string] => [name.toUpperCase(), text]);
        expect(found(shouted, asked)).toEqual(answer);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a User-Agent is looked at for a thousand characters', () => {
    const upTo = (length: number): string => `${CHROME} ${'x'.repeat(length)}`.slice(0, length - 7);
    expect(agent(`${upTo(1000)} botbot`).rule).toBe('robot-name');
    expect(agent(`${upTo(1001)} botbot`).rule).toBe('browser');
    expect(agent(`${CHROME} ${'x'.repeat(100_000)}bot`).rule).toBe('browser');
    expect(seenIn(new Headers({ 'user-agent': 'A'.repeat(2000) }), { base: BASE }).agent).toBe('a'.repeat(1000));
  });

  it('but that is looked at for three hundred', () => {
    const via = (length: number) =>
      agent(CHROME, { 'accept-language': 'en', via: `${'x'.repeat(length - 4)}camo` }).rule;
    expect([via(299), via(300), via(301)]).toEqual(['via-image-proxy', 'via-image-proxy', 'browser']);
  });

  it('of a page is not read if it is longer than any', () => {
    const from = (length: number) =>
      found({ 'user-agent': CHROME, 'accept-language': 'en', referer: `http://localhost/${'x'.repeat(length - 17)}` })
        .rule;
    expect([from(1999), from(2000), from(2001)]).toEqual(['local-host', 'local-host', 'browser']);
  });
});

describe('the cost', () => {
  const HOSTILE = [
    '(',
    ')(',
    '(a(',
    '[fb',
    '[fb[',
    ' ',
    '; ',
    'a.',
    'a-',
    '-a.',
    'bo',
    'rss ',
    'x/1 ',
    '(android',
    'http',
    '.com',
    'mozilla/5.0 (',
    'staging.',
    'a-dev.',
    '@a',
    '<',
    '$',
    '%0',
  ];
  const grown = (piece: string, length: number): string =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

  /** The best of several rounds, in which nothing else ran in between. */
  const cost = (run: () => void): number =>
    Math.min(
      ...Array.from({ length: 25 }, () => {
        const began = performance.now();
        for (let turn = 0; turn < 20; turn++) run();
        return performance.now() - began;
      }),
    );

  it('grows no faster than the length, up to where it stops growing', () => {
    const all = (length: number) => {
      const requests = HOSTILE.map(
        (piece) => new Headers({ 'user-agent': `a${grown(piece, length)}`, 'accept-language': 'en' }),
      );
      return cost(() => {
        for (const headers of requests) classOf(headers, { base: BASE });
      });
    };
    all(900);
    // Four times the length: about 4 if it is linear, 16 if it is quadratic.
    expect(all(900) / all(225)).toBeLessThan(9);
  });

  it('of the page it came from grows no faster either', () => {
    const all = (length: number) => {
      const requests = ['a.', 'a-', 'staging.', 'stg-dev.', 'x-staging-'].map(
        (piece) =>
          new Headers({
            'user-agent': CHROME,
            'accept-language': 'en',
            referer: `https://${grown(piece, length)}a.example/`,
          }),
      );
      return cost(() => {
        for (const headers of requests) classOf(headers, { base: BASE });
      });
    };
    all(800);
    expect(all(800) / all(200)).toBeLessThan(9);
  });
});
