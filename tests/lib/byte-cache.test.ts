/** Keeps what was used last, never more bytes than it may. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteCache } from '../../src/lib/byte-cache.ts';

describe('byteCache', () => {
  it('gives back what was set, and undefined for what was not', () => {
    const cache = byteCache<string>(10);
    cache.set('a', 'A', 5);
    expect(cache.get('a')).toBe('A');
    expect(cache.get('b')).toBeUndefined();
    expect(cache.bytes()).toBe(5);
  });

  it('holds exactly its limit', () => {
    const cache = byteCache<number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 2, 6);
    expect([cache.get('a'), cache.get('b')]).toEqual([1, 2]);
    cache.set('c', 3, 1);
    expect(cache.get('a')).toBeUndefined();
  });

  it('drops what was used longest ago', () => {
    const cache = byteCache<number>(3);
    for (const key of ['a', 'b', 'c']) cache.set(key, 1, 1);
    cache.get('a');
    cache.set('d', 1, 1);
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
  });

  it('counts a key once, with its new size', () => {
    const cache = byteCache<number>(10);
    cache.set('a', 1, 4);
    cache.set('a', 2, 7);
    expect([cache.get('a'), cache.bytes()]).toEqual([2, 7]);
  });

  it('does not take what is larger than all of it, nor keep the old value', () => {
    const cache = byteCache<number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 1, 4);
    cache.set('a', 2, 11);
    expect([cache.get('a'), cache.get('b'), cache.bytes()]).toEqual([undefined, 1, 4]);
  });

  it('is empty when cleared', () => {
    const cache = byteCache<number>(10);
    cache.set('a', 1, 4);
    cache.clear();
    expect([cache.get('a'), cache.bytes()]).toEqual([undefined, 0]);
  });

  it('never holds more than it may, and always the sum of what it has', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(fc.nat(12), { nil: null }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cache = byteCache<number>(20);
        for (const [key, bytes] of steps) {
          if (bytes === null) cache.get(key);
          else cache.set(key, bytes, bytes);
          expect(cache.bytes()).toBeLessThanOrEqual(20);
        }
        const held = ['a', 'b', 'c', 'd', 'e'].map((key) => cache.get(key) ?? 0);
        expect(cache.bytes()).toBe(held.reduce((sum, bytes) => sum + bytes, 0));
      }),
    );
  });
});
