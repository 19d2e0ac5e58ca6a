/** The same fifty articles by the libraries that others make feeds with, each with the elements it has fields for. */
import astro from '@astrojs/rss';
import { XMLBuilder } from 'fast-xml-parser';
import { Feed } from 'feed';
import { generateRssFeed } from 'feedsmith';
import Rss from 'rss';
import type { Facts } from '../../src/feed/facts.ts';
import { fifty, place, publication } from './fifty.ts';
import { serveTasks } from './serve-tasks.ts';

const encoder = new TextEncoder();
const { title, description } = publication;
const home = `${place.base}/`;

const dateOf = ({ article }: Facts): Date => new Date(article.published);
const names = ({ article }: Facts): string[] => article.byline.map(({ name }) => name);
const terms = ({ article, section }: Facts): string[] => [...(section ? [section.name] : []), ...article.tags];

function feed(): string {
  const made = new Feed({ title, description, id: home, link: home, copyright: publication.rights });
  for (const facts of fifty)
    made.addItem({
      title: facts.article.title,
      guid: facts.article.guid,
      link: facts.url,
      date: dateOf(facts),
      description: facts.summary,
      content: facts.content,
      author: names(facts).map((name) => ({ name })),
      category: terms(facts).map((name) => ({ name })),
    });
  return made.rss2();
}

const feedsmith = (): string =>
  generateRssFeed({
    title,
    description,
    link: home,
    copyright: publication.rights,
    items: fifty.map((facts) => ({
      title: facts.article.title,
      guid: { value: facts.article.guid, isPermaLink: false },
      link: facts.url,
      pubDate: dateOf(facts),
      description: facts.summary,
      content: { encoded: facts.content },
      dc: { creators: names(facts) },
      categories: terms(facts).map((name) => ({ name })),
    })),
  });

function rss(): string {
  const made = new Rss({ title, description, feed_url: `${home}feed.rss`, site_url: home });
  for (const facts of fifty)
    made.item({
      title: facts.article.title,
      guid: facts.article.guid,
      url: facts.url,
      date: dateOf(facts),
      description: facts.summary,
      author: names(facts).join(', '),
      categories: terms(facts),
      custom_elements: [{ 'content:encoded': { _cdata: facts.content } }],
    });
  return made.xml();
}

async function astrojs(): Promise<string> {
  const items = fifty.map((facts) => ({
    title: facts.article.title,
    link: facts.url,
    pubDate: dateOf(facts),
    description: facts.summary,
    content: facts.content,
    author: names(facts).join(', '),
    categories: terms(facts),
  }));
  return (await astro({ title, description, site: home, items })).text();
}

const builder = new XMLBuilder({ ignoreAttributes: false, cdataPropName: '__cdata' });

const fastXmlParser = (): string =>
  builder.build({
    rss: {
      '@_version': '2.0',
      channel: {
        title,
        description,
        link: home,
        item: fifty.map((facts) => ({
          title: facts.article.title,
          guid: { '#text': facts.article.guid, '@_isPermaLink': 'false' },
          link: facts.url,
          pubDate: dateOf(facts).toUTCString(),
          description: facts.summary,
          'content:encoded': { __cdata: facts.content },
          'dc:creator': names(facts),
          category: terms(facts),
        })),
      },
    },
  });

export default serveTasks(async () => ({
  feed: () => encoder.encode(feed()),
  feedsmith: () => encoder.encode(feedsmith()),
  rss: () => encoder.encode(rss()),
  '@astrojs/rss': async () => encoder.encode(await astrojs()),
  'fast-xml-parser': () => encoder.encode(fastXmlParser()),
}));
