/** Photos that stay with us: which, why, and a body without them. */
import type { Element, ElementContent } from 'hast';
import { type Article, allPhotos, type Photo, type Rights } from '../article/article.ts';
import { ADDRESSES, elementsIn, isBlank } from './tree.ts';

export interface LeftOut {
  readonly asset: string;
  /** Its caption or description. */
  readonly what: string;
  readonly why: string;
}

const WHY: Readonly<Record<Rights, string>> = {
  own: 'It is ours, but our editors have not released it for copies.',
  cc: 'Its licence would allow it, but our editors have not released it for copies.',
  licensed: 'It is licensed to us alone. Ask its owner for a licence of your own.',
  'third-party': 'It belongs to somebody else, who let us show it here and nowhere else. Ask the owner.',
  unknown: 'We do not know who may allow others to use it, so we pass it on to nobody.',
};
const TOGETHER = 'It stands in one figure with a photo that we may not pass on.';

/** An asset that is refused in one place is refused in all of them. */
export const unfitAssets = (article: Article): ReadonlySet<string> =>
  new Set(allPhotos(article).flatMap(({ syndicate, asset }) => (syndicate ? [] : [asset])));

export interface Sorted {
  readonly photos: readonly Photo[];
  readonly leftOut: readonly LeftOut[];
}

/** `dropped`: what the body lost together with the unfit ones. */
export function sorted(article: Article, dropped: ReadonlySet<string>): Sorted {
  const photos = new Map<string, Photo>();
  const leftOut = new Map<string, LeftOut>();
  const unfit = unfitAssets(article);
  const lead = article.photo?.asset;
  for (const photo of allPhotos(article)) {
    const stays = unfit.has(photo.asset) || (dropped.has(photo.asset) && photo.asset !== lead);
    if (!stays) photos.set(photo.asset, photos.get(photo.asset) ?? photo);
    else if (!leftOut.has(photo.asset) || !photo.syndicate) leftOut.set(photo.asset, reasonFor(photo));
  }
  return { photos: [...photos.values()], leftOut: [...leftOut.values()] };
}

const reasonFor = ({ asset, caption, alt, credit, rights, syndicate }: Photo): LeftOut => ({
  asset,
  what: [caption, alt, credit].find((text) => text !== undefined && text !== '') ?? '',
  why: syndicate ? TOGETHER : WHY[rights],
});

/** Cells stay where they are, empty: a table without one is another table. */
const KEPT_EMPTY = new Set(['td', 'th']);

/**
 * The whole figure goes: its caption speaks of the photo. What is then empty goes too, and a link to the photo's bytes
 * is a link no more. `dropped` takes up the assets of every figure that went.
 */
export function withoutPhotos(
  nodes: readonly ElementContent[],
  unfit: ReadonlySet<string>,
  dropped: Set<string>,
): readonly ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (!shows(node, unfit)) return withoutPhotosIn(node, unfit, dropped);
    for (const asset of assetsIn(node)) dropped.add(asset);
    return [];
  });
}

const shows = (node: Element, unfit: ReadonlySet<string>): boolean =>
  (node.tagName === 'figure' || node.tagName === 'img') && assetsIn(node).some((asset) => unfit.has(asset));

function withoutPhotosIn(node: Element, unfit: ReadonlySet<string>, dropped: Set<string>): readonly ElementContent[] {
  const children = withoutPhotos(node.children, unfit, dropped);
  const emptied = isBlank(children) && !isBlank(node.children);
  if (emptied && !KEPT_EMPTY.has(node.tagName)) return [];
  if (node.tagName === 'a' && names(node.properties.href, unfit)) return children;
  return [{ ...node, properties: withoutAddresses(node, unfit), children: [...children] }];
}

const ASSET = /\/media\/([0-9a-f]{64})\./;

const assetsIn = (node: Element): readonly string[] =>
  elementsIn(node, 'img').flatMap(({ properties }) => ASSET.exec(String(properties.src))?.[1] ?? []);

const names = (value: unknown, unfit: ReadonlySet<string>): boolean =>
  typeof value === 'string' && [...unfit].some((asset) => value.includes(asset));

const withoutAddresses = ({ properties }: Element, unfit: ReadonlySet<string>): Element['properties'] =>
  ADDRESSES.some((name) => names(properties[name], unfit))
    ? Object.fromEntries(Object.entries(properties).filter(([, value]) => !names(value, unfit)))
    : properties;
