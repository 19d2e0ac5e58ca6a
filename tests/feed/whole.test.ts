/** The invariant entries rest on: joined, they are what `feed` prints for the whole list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FullArticle } from '../../src/article/article.ts';
import { atomItem } from '../../src/feed/atom.ts';
import { factsOf } from '../../src/feed/facts.ts';
import { atomChannel, type Channel, frameOf, rssChannel, withRoot } from '../../src/feed/frame.ts';
import { rssItem } from '../../src/feed/rss.ts';
import { cleanLine } from '../../src/lib/text.ts';
import { articles, hostile } from './arbitrary.ts';
import { channelOf, documentOf, entryOf, published, site } from './fixtures.ts';
import { readXml } from './strict-xml.ts';

const LISTS = articles({ minLength: 1, maxLength: 5 });
const words = hostile.map((text) => cleanLine(`x${text}`));
const channels = fc
  .record({
    title: words,
    description: words,
    rights: words,
    author: words,
    hub: fc.constantFrom(null, 'https://hub.example/?a=1&b="<2>"'),
    license: fc.constantFrom(null, 'https://license.example/?a=1&b=2'),
    archive: fc.boolean(),
    history: fc.constantFrom({}, { 'prev-archive': 'https://news.example/archive/3-0.rss?a=1&b=2' }),
  })
  .map((changes): ((format: 'rss' | 'atom') => Channel) => (format) => ({ ...channelOf(format), ...changes }));

const joined = (fulls: readonly FullArticle[], format: 'rss' | 'atom', channel: Channel): string =>
  documentOf(
    fulls.map((full) => entryOf(full, format)),
    format,
    channel,
  );

/** RSS takes an archive's mark as an element of ours; all else in the head is `feed`'s. */
const withoutMark = (document: string): string => document.replace('\n        <fh:archive/>', '');

function wholeRss(fulls: readonly FullArticle[], channel: Channel): string {
  const feed = rssChannel(channel);
  for (const full of fulls) feed.addItem(rssItem(factsOf(full, site)));
  return withRoot(feed.rss2(), channel, 'rss');
}

function wholeAtom(fulls: readonly FullArticle[], channel: Channel): string {
  const feed = atomChannel(channel);
  for (const full of fulls) feed.addItem(atomItem(factsOf(full, site)));
  return withRoot(feed.atom1(), channel, 'atom');
}

/** Of an entry and of the head, `feed` prints `<rights>` last: what stands behind is ours. */
const withoutExtras = (atom: string): string =>
  atom
    .replace(/(<\/rights>)[\s\S]*?(\n {4}<(?:entry |\/entry>))/g, '$1$2')
    .replace(/<entry xml:lang="[^"]*">/g, '<entry>');

const escaped = (text: string): string => text.replace(/&/g, '&amp;');

/** `feed` normalises ids; ours stand as they came. */
const withNormalIds = (atom: string, fulls: readonly FullArticle[]): string =>
  fulls.reduce(
    (document, { article: { guid } }) =>
      document.replace(`<id>${escaped(guid)}</id>`, () => `<id>${escaped(new URL(guid).href)}</id>`),
    atom,
  );

describe('head, entries, separators and tail', () => {
  it('are byte for byte the RSS that feed prints, on 1,000 random lists', () => {
    fc.assert(
      fc.property(LISTS, channels, (documents, channelFor) => {
        const fulls = documents.map((document) => published(document));
        const channel = channelFor('rss');
        expect(withoutMark(joined(fulls, 'rss', channel))).toBe(wholeRss(fulls, channel));
      }),
      { numRuns: 1000 },
    );
  });

  it('are byte for byte the Atom that feed prints, before its extras, on 1,000 random lists', () => {
    fc.assert(
      fc.property(LISTS, channels, (documents, channelFor) => {
        const fulls = documents.map((document) => published(document));
        const channel = channelFor('atom');
        const ours = withNormalIds(withoutExtras(joined(fulls, 'atom', channel)), fulls);
        expect(ours).toBe(wholeAtom(fulls, channel));
      }),
      { numRuns: 1000 },
    );
  });

  it('are a document too when there is no entry', () => {
    fc.assert(
      fc.property(channels, (channelFor) => {
        for (const format of ['rss', 'atom'] as const) {
          const { head, tail } = frameOf(channelFor(format), format);
          expect(() => readXml(head + tail)).not.toThrow();
        }
      }),
    );
  });
});
