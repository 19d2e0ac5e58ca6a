/** Words nobody meant well, in dialect elements and in texts that are cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECT_NAMES } from '../../src/dialect/dialects.ts';
import { itemElements } from '../../src/dialect/item.ts';
import { characters, shortened } from '../../src/dialect/shorten.ts';
import { printed } from '../../src/feed/cut.ts';
import type { XmlElement } from '../../src/feed/element.ts';
import { unmistakable } from '../../src/feed/guard.ts';
import { clean, cleanLine } from '../../src/lib/text.ts';
import { hostile } from '../feed/arbitrary.ts';
import { readXml, type XmlNode } from '../feed/strict-xml.ts';
import { photo, withArticle } from './samples.ts';

const parsed = (elements: readonly XmlElement[]): XmlNode => readXml(`<x>${unmistakable(printed(elements, '\n'))}</x>`);

describe('hostile words', () => {
  it.each(DIALECT_NAMES)('come out of %s’s elements as they went in', (dialect) => {
    const word = hostile.map((text) => cleanLine(`x${clean(text)}`));
    fc.assert(
      fc.property(word, word, word, word, (title, credit, caption, holder) => {
        const photos = [{ ...photo, credit, caption, alt: caption, holder, license: `https://a.example/?b=1&c=2` }];
        const item = { ...withArticle({ title: title.repeat(160), tags: [title] }), photos };
        const { elements } = itemElements(dialect, item);
        expect(said(parsed(elements))).toEqual(meant(elements));
      }),
    );
  });
});

type Said = readonly [name: string, text: string, attributes: readonly string[], children: readonly Said[]];

/** The writer groups elements of one name, so order is compared within a name. */
const byName = (list: readonly Said[]): readonly Said[] =>
  [...list].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));

const said = (node: XmlNode): readonly Said[] =>
  byName(
    node.children.map((child) => [
      child.name,
      child.children.length === 0 ? child.text : '',
      Object.entries(child.attributes).map(([key, value]) => `${key}=${value}`),
      said(child),
    ]),
  );

const meant = (elements: readonly XmlElement[]): readonly Said[] =>
  byName(
    elements.map(({ name, text = '', attributes = {}, children = [] }) => [
      name,
      text,
      Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])),
      meant(children),
    ]),
  );

describe('a text that is shortened', () => {
  it.each([
    ['News for all', 12, 'News for all'],
    ['News for all', 11, 'News for…'],
    ['News, for all', 8, 'News…'],
    ['Newsforall', 5, 'News…'],
    ['👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 10, '👩‍👩‍👧‍👧…'],
  ])('%s to %i: %s', (text, max, expected) => expect(shortened(text, max)).toBe(expected));

  it('has at most so many characters, and starts as it did', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const short = shortened(text, max);
        expect(characters(short)).toBeLessThanOrEqual(Math.max(max, 1));
        expect(text.startsWith(short.replace(/…$/, '')) || short === text).toBe(true);
      }),
    );
  });
});
