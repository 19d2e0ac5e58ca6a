/**
 * An article as partners' feeds have it, rendered once for all of them: stretches with gaps between them. What differs
 * by dialect stands in a block of its own at the start of an RSS item; what differs by partner, the credit, goes into
 * the gaps around the body. Photos that may not be passed on are in none of it.
 */
import { allPhotos, BASE_MARK, type FullArticle } from '../article/article.ts';
import { DIALECT_NAMES, type DialectName } from '../dialect/dialects.ts';
import { type DialectItem, itemElements, removalElements } from '../dialect/item.ts';
import { renderAtom } from '../feed/atom.ts';
import { alone, cut, ITEM_INDENT, printed } from '../feed/cut.ts';
import type { XmlElement } from '../feed/element.ts';
import { type Facts, type FeedSite, factsOf } from '../feed/facts.ts';
import { FORMATS, type Format } from '../feed/formats.ts';
import { cdataHtml, unmistakable } from '../feed/guard.ts';
import { renderJson } from '../feed/json.ts';
import { jsonNotice, type Removal, rssCopyNotice, tombstone } from '../feed/notice.ts';
import { rssCopyItem } from '../feed/rss.ts';
import { httpDate } from '../lib/time.ts';
import { copyBodyHtml } from '../rendition/copy-body.ts';
import { whyNotRepublishable } from '../terms/standard-terms.ts';

/** Text stretches of one entry; `body` is null where nothing goes around it (a removal). */
export interface Stretches {
  readonly blocks: Readonly<Partial<Record<DialectName, string>>>;
  readonly head: string;
  readonly body: string | null;
  readonly tail: string;
}

/**
 * Stands where the credit goes. U+FFFE can't come from outside (`lib/text.ts` drops it), and neither XML nor JSON
 * escapes it.
 */
const GAP = '\uFFFE';

/** In the order of FORMAT_NAMES; null: nobody may have a copy from us. */
export function renderCopies(
  full: FullArticle,
  removal: Removal | null,
  site: FeedSite,
): readonly [Stretches, Stretches, Stretches] | null {
  if (whyNotRepublishable(full.article)) return null;
  return removal ? removals(full, removal, site) : copies(full, site);
}

function copies(full: FullArticle, site: FeedSite): readonly [Stretches, Stretches, Stretches] {
  const { html, photos } = copyBodyHtml(full, site.publication, site.base);
  const kept = new Set(photos.map(({ asset }) => asset));
  const whole = factsOf(full, site);
  const facts: Facts = {
    ...whole,
    content: `${GAP}${html.replaceAll(BASE_MARK, () => site.base)}${GAP}`,
    photos: whole.photos.filter(({ asset }) => kept.has(asset)),
    article: withoutPhotos(full, kept),
  };
  const item: DialectItem = { ...facts, canonical: facts.url, expiresAt: full.article.expiresAt };
  const rss = cut(alone(rssCopyItem(facts)).rss2(), 'item');
  return [
    rssStretches(unmistakable(rss), (dialect) => itemElements(dialect, item)),
    split({}, FORMATS.atom.lead + renderAtom(facts)),
    split({}, renderJson(facts, site)),
  ];
}

/** Its photos are named in formats that read the article itself. */
const withoutPhotos = ({ article }: FullArticle, kept: ReadonlySet<string>): FullArticle['article'] => ({
  ...article,
  photo: article.photo && kept.has(article.photo.asset) ? article.photo : null,
  photos: allPhotos(article).filter((photo) => photo !== article.photo && kept.has(photo.asset)),
});

function removals(
  { article }: FullArticle,
  removal: Removal,
  site: FeedSite,
): readonly [Stretches, Stretches, Stretches] {
  const comment = tombstone(article.guid, removal.date, removal.reason, article.origin?.hops[0] ?? null);
  return [
    rssStretches(rssCopyNotice(article, removal, site), (dialect) => removalElements(dialect, article, removal)),
    { blocks: {}, head: FORMATS.atom.lead + comment, body: null, tail: '' },
    { blocks: {}, head: jsonNotice(article, removal, site), body: null, tail: '' },
  ];
}

interface Block {
  readonly pubDate: number;
  readonly elements: readonly XmlElement[];
}

const OPEN = '<item>';
const DATE = /<pubDate>[^<]*<\/pubDate>/;

/** The item's own date goes: each dialect says in its block which one it means. */
function rssStretches(item: string, blockOf: (dialect: DialectName) => Block): Stretches {
  const inside = item.slice(OPEN.length).replace(`${ITEM_INDENT}${DATE.exec(item)?.[0] ?? ''}`, '');
  const blocks = DIALECT_NAMES.map((dialect) => {
    const { pubDate, elements } = blockOf(dialect);
    const date = `${ITEM_INDENT}<pubDate>${httpDate(pubDate)}</pubDate>`;
    return [dialect, FORMATS.rss.lead + OPEN + date + unmistakable(printed(elements, ITEM_INDENT))] as const;
  });
  return split(Object.fromEntries(blocks), inside);
}

function split(blocks: Stretches['blocks'], text: string): Stretches {
  const [head = '', body, tail = ''] = text.split(GAP);
  return { blocks, head, body: body ?? null, tail };
}

/** HTML as it stands in a gap of this format. */
export const inGap = (html: string, format: Format): string =>
  format === 'json' ? JSON.stringify(html).slice(1, -1) : cdataHtml(html);
