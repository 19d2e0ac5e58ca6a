/**
 * `feed` 6.0.0 alone, on input our feeds take every day: each defect that src/feed/guard.ts stands against.
 * When an upgrade makes one of these fail, the guard's line against it can go.
 */
import { Feed, type Item } from 'feed';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/lib/text.ts';
import { documentOf, entryOf, own, published } from './fixtures.ts';
import { entriesIn, readXml, textsOf } from './strict-xml.ts';

function alone(changes: Partial<Item>, title = 'Channel'): Feed {
  const link = 'https://news.example/';
  const feed = new Feed({ title, id: link, link, updated: new Date(0), generator: false });
  feed.addItem({ title: 'x', id: 'urn:x:1', link, date: new Date(0), ...changes });
  return feed;
}

const guarded = (changes: Partial<typeof own>, format: 'rss' | 'atom') =>
  entriesIn(readXml(documentOf([entryOf(published({ ...own, ...changes }), format)], format)));

const TWICE = ']]> and ]]>';
const INJECTION = `]]>]]></content:encoded><guid>forged</guid><content:encoded><![CDATA[`;

describe('feed alone', () => {
  it('splits only the first ]]> of a body, so two make the feed ill-formed', () => {
    expect(() => readXml(alone({ content: TWICE }).rss2())).toThrow();
    expect(() => readXml(alone({ content: TWICE }).atom1())).toThrow();
    for (const format of ['rss', 'atom'] as const) expect(guarded({ body: `<p>${TWICE}</p>` }, format)).toHaveLength(1);
  });

  it('lets a body forge a guid', () => {
    const [item] = entriesIn(readXml(alone({ content: INJECTION }).rss2()));
    expect(textsOf(item, 'guid')).toContain('forged');
    const [ours] = guarded({ body: `<p>x${INJECTION}</p>` }, 'rss');
    expect(textsOf(ours, 'guid')).toEqual([own.id]);
  });

  it('prints control characters that XML forbids', () => {
    for (const sign of ['\u0000', '\u0008', '\ufffe']) {
      expect(() => readXml(alone({ title: `a${sign}b` }).rss2())).toThrow();
      expect(() => readXml(alone({ title: clean(`a${sign}b`) }).rss2())).not.toThrow();
      const [ours] = guarded({ title: `a${sign}b` }, 'rss');
      expect(textsOf(ours, 'title')).toEqual(['ab']);
    }
  });

  it('leaves < in the term of an Atom category as it is', () => {
    expect(() => readXml(alone({ category: [{ term: 'a<b' }] }).atom1())).toThrow();
    expect(() => published({ ...own, tags: ['a<b'] })).toThrow(/\/tags\/0/);
  });

  it('leaves & and < in an enclosure and in an attribute as they are', () => {
    const enclosure = { url: 'https://a.example/x', title: 'a & <b>' };
    expect(() => readXml(alone({ enclosure }).atom1())).toThrow();
  });

  it('takes one level of &amp; away: what is written about references is lost', () => {
    const root = readXml(alone({}, 'Write &amp; for &').rss2());
    expect(textsOf(root.children[0], 'title')).toEqual(['Write & for &']);
    const [ours] = guarded({ byline: [{ name: 'Write &amp; for &' }] }, 'rss');
    expect(textsOf(ours, 'dc:creator')).toEqual(['Write &amp; for &']);
  });

  it('calls an Atom title HTML and does not escape it, so readers drop <b>', () => {
    const [entry] = entriesIn(readXml(alone({ title: 'Use <b>' }).atom1()));
    expect(textsOf(entry, 'title')).toEqual(['Use <b>']);
    const [ours] = guarded({ title: 'Use <b>' }, 'atom');
    expect(textsOf(ours, 'title')).toEqual(['Use &lt;b&gt;']);
  });

  it('normalises an Atom id, so one article has two ids', () => {
    const guid = 'HTTP://Example.com/%7eu';
    const [entry] = entriesIn(readXml(alone({ id: guid }).atom1()));
    expect(textsOf(entry, 'id')).toEqual(['http://example.com/%7eu']);
    expect(textsOf(guarded({ guid }, 'atom')[0], 'id')).toEqual([guid]);
  });

  it('throws for the whole feed at one relative address', () => {
    expect(() => alone({ link: '/a' }).rss2()).toThrow();
  });

  it('prints JSON Feed 1.0 with one author', () => {
    expect(alone({}).json1()).toContain('https://jsonfeed.org/version/1"');
  });
});
