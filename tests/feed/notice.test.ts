/** What a feed says of an article that is gone (invariant 4; RFC 6721). */

import fc from 'fast-check';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { removalOf, tombstone } from '../../src/feed/notice.ts';
import { memberAt } from '../../src/lib/json.ts';
import { cleanLine } from '../../src/lib/text.ts';
import { hostile } from './arbitrary.ts';
import { BASE, entryOf, feedOf, NOW, own, published, repost, site } from './fixtures.ts';
import { entriesIn, named, readXml, textsOf } from './strict-xml.ts';

const gone = {
  ...own,
  status: 'withdrawn' as const,
  withdrawal: { reason: 'The <price> & place were wrong.', date: '2026-11-15T23:30:00Z' },
};
const expired = { ...own, expiresAt: '2026-11-18T12:00:00Z' };
const EXPIRES = Date.UTC(2026, 10, 18, 12);

describe('removalOf', () => {
  it('is null for an article that stands', () => {
    expect(removalOf(published(own).article, NOW)).toBeNull();
    expect(removalOf(published(expired).article, EXPIRES - 1)).toBeNull();
  });

  it('is the withdrawal, or the expiry from its very moment on', () => {
    expect(removalOf(published(gone).article, NOW)).toMatchObject({ reason: 'The <price> & place were wrong.' });
    expect(removalOf(published(expired).article, EXPIRES)).toMatchObject({ date: EXPIRES });
  });
});

describe('a withdrawal in RSS', () => {
  const [item] = entriesIn(readXml(feedOf([published(gone)], 'rss')));

  it('keeps guid, link and pubDate, so that readers replace what they hold', () => {
    expect(named(item, 'guid').map(({ text, attributes }) => [text, attributes.isPermaLink])).toEqual([
      [own.id, 'false'],
    ]);
    expect(textsOf(item, 'link')).toEqual([`${BASE}/articles/${own.slug}`]);
    expect(textsOf(item, 'pubDate')).toEqual(['Tue, 03 Nov 2026 06:30:00 GMT']);
  });

  it('says so in title and body, with the day in the publication’s time zone and the reason', () => {
    expect(textsOf(item, 'title')).toEqual([`Withdrawn: ${own.title}`]);
    expect(textsOf(item, 'description')).toEqual([
      'This article was withdrawn on November 16, 2026. The &lt;price&gt; &amp; place were wrong.',
    ]);
  });

  it('has nothing left of the story', () => {
    const text = entryOf(published(gone), 'rss');
    for (const words of ['It sails', 'After two winters', 'media:content', 'enclosure', 'content:encoded'])
      expect(text).not.toContain(words);
  });

  it('is an item feedsmith reads', () => {
    expect(parseRssFeed(feedOf([published(gone)], 'rss')).items?.[0]?.guid?.value).toBe(own.id);
  });
});

describe('a withdrawal in JSON Feed', () => {
  const item: unknown = JSON.parse(entryOf(published(gone), 'json'));

  it('keeps id and date_published, and was modified when it was withdrawn', () => {
    expect(item).toMatchObject({
      id: own.id,
      date_published: '2026-11-03T06:30:00Z',
      date_modified: '2026-11-15T23:30:00Z',
    });
  });

  it('says so in title, body and _tearsheet', () => {
    expect(memberAt(item, 'title')).toBe(`Withdrawn: ${own.title}`);
    expect(memberAt(item, 'content_html')).toContain('The &lt;price&gt; &amp; place were wrong.');
    expect(memberAt(item, '_tearsheet', 'withdrawn')).toEqual({
      date: '2026-11-15T23:30:00Z',
      reason: 'The <price> & place were wrong.',
    });
  });

  it('has nothing left of the story', () => {
    expect(JSON.stringify(item)).not.toMatch(/It sails|After two winters|attachments|image/);
  });
});

describe('a tombstone in Atom', () => {
  it('names the id and the moment (RFC 6721 section 3), before every entry', () => {
    const root = readXml(feedOf([published(gone), published(repost)], 'atom'));
    const [deleted] = named(root, 'at:deleted-entry');
    expect(deleted?.attributes).toEqual({ ref: own.id, when: '2026-11-15T23:30:00Z' });
    expect(textsOf(deleted, 'at:comment')).toEqual(['The <price> & place were wrong.']);
    expect(root.attributes['xmlns:at']).toBe('http://purl.org/atompub/tombstones/1.0');
    const order = root.children.map(({ name }) => name);
    expect(order.indexOf('at:deleted-entry')).toBeLessThan(order.indexOf('entry'));
  });

  it('keeps an id as it came', () => {
    const text = entryOf(published({ ...repost, ...{ status: gone.status, withdrawal: gone.withdrawal } }), 'atom');
    expect(readXml(`<x>${text}</x>`).children[0]?.attributes.ref).toBe(repost.guid);
  });

  it('says whose it was in a feed that is not its own (RFC 6721 section 3)', () => {
    const text = entryOf(published({ ...repost, ...{ status: gone.status, withdrawal: gone.withdrawal } }), 'atom');
    expect(text).toContain('<source>');
  });

  it('has no comment where there is no reason', () => {
    expect(tombstone('urn:x:1', 0, null, null)).toBe('<at:deleted-entry ref="urn:x:1" when="1970-01-01T00:00:00Z"/>');
  });
});

it('an expiry has words of its own: nothing was wrong with the article', () => {
  const item: unknown = JSON.parse(entryOf(published(expired), 'json', site, EXPIRES));
  expect(memberAt(item, 'title')).not.toContain('Withdrawn');
  expect(memberAt(item, '_tearsheet', 'withdrawn')).toBeUndefined();
  expect(memberAt(item, '_tearsheet', 'expired')).toEqual({ date: '2026-11-18T12:00:00Z' });
});

it('a notice speaks the article’s language', () => {
  const arabic = entryOf(published({ ...gone, language: 'ar' }), 'json');
  expect(arabic).toContain('نوفمبر');
  expect(arabic).not.toContain('Withdrawn');
});

it('an expiry is announced in all three, once it is due', () => {
  const full = published(expired);
  for (const format of ['rss', 'atom', 'json'] as const) {
    expect(entryOf(full, format, site, EXPIRES - 1000)).toContain('It sails');
    expect(entryOf(full, format, site, EXPIRES)).not.toContain('It sails');
    expect(entryOf(full, format, site, EXPIRES)).toContain(own.id);
  }
});

it('hostile reasons and titles stay text', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, reason) => {
      const full = published({ ...gone, title: `x${title}`, withdrawal: { ...gone.withdrawal, reason: `y${reason}` } });
      const [item] = entriesIn(readXml(feedOf([full], 'rss')));
      const [deleted] = named(readXml(feedOf([full], 'atom')), 'at:deleted-entry');
      expect(textsOf(item, 'title')).toEqual([`Withdrawn: ${full.article.title}`]);
      expect(item?.children.map(({ name }) => name).sort()).toEqual(
        ['title', 'link', 'guid', 'pubDate', 'description', 'atom:updated'].sort(),
      );
      expect(textsOf(deleted, 'at:comment')).toEqual([cleanLine(`y${reason}`)]);
      expect(memberAt(JSON.parse(entryOf(full, 'json')), '_tearsheet', 'withdrawn', 'reason')).toBe(
        cleanLine(`y${reason}`),
      );
    }),
    { numRuns: 500 },
  );
});
