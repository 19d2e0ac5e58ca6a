/**
 * Every image of a body becomes a figure whose caption and credit stand beneath it in words, because feed readers
 * and copies drop machine-readable credits. An image nobody has given a credit for is refused.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fail, ok, type Result } from '../lib/result.ts';
import { BASE_MARK, type Photo } from './article.ts';
import { mediaPath } from './figure.ts';

/** Elements in which HTML allows no figure: one found there moves behind them. */
const PHRASING_ONLY = new Set('p h2 h3 h4 h5 h6 pre dt summary'.split(' '));

type PhotoByPath = ReadonlyMap<string, Photo>;

export function placePhotos(tree: Root, photos: readonly Photo[]): Result<Root, { detail: string }> {
  const byPath: PhotoByPath = new Map(photos.map((photo) => [mediaPath(photo), photo]));
  const unknown: string[] = [];
  const children = tree.children.filter((child) => child.type === 'element' || child.type === 'text');
  const placed = place(children, byPath, unknown, false);
  if (unknown.length === 0) return ok({ type: 'root', children: placed });
  return fail({
    detail: `The image ${unknown[0]} is not among the article's photos, so it has no credit. List it under photos, with its credit.`,
  });
}

function place(
  nodes: readonly ElementContent[],
  photos: PhotoByPath,
  unknown: string[],
  inFigure: boolean,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'img') return image(node, photos, unknown, inFigure);
    if (PHRASING_ONLY.has(node.tagName)) return hoist(node, photos, unknown, inFigure);
    const figure = inFigure || node.tagName === 'figure';
    const children = place(node.children, photos, unknown, figure);
    return [{ ...node, children: node.tagName === 'figure' ? withCredit(node, children, photos) : children }];
  });
}

function image(img: Element, photos: PhotoByPath, unknown: string[], inFigure: boolean): ElementContent[] {
  const photo = photoOf(img, photos);
  if (!photo) {
    unknown.push(String(img.properties.src ?? '(no address)'));
    return [];
  }
  const alt = typeof img.properties.alt === 'string' && img.properties.alt !== '' ? img.properties.alt : photo.alt;
  const shown: Element = {
    type: 'element',
    tagName: 'img',
    properties: { src: BASE_MARK + mediaPath(photo), alt, width: photo.width, height: photo.height },
    children: [],
  };
  if (inFigure) return [shown];
  return [element('figure', [shown, element('figcaption', [text(captionOf(photo))])])];
}

/** Splits figures out of an element that may not hold them; an element left with nothing goes. */
function hoist(node: Element, photos: PhotoByPath, unknown: string[], inFigure: boolean): ElementContent[] {
  const placed = place(node.children, photos, unknown, inFigure);
  const figures: ElementContent[] = [];
  const rest = withoutFigures(placed, figures);
  if (figures.length === 0) return [{ ...node, children: placed }];
  return isBlank(rest) ? figures : [{ ...node, children: rest }, ...figures];
}

function withoutFigures(nodes: readonly ElementContent[], figures: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'figure') {
      figures.push(node);
      return [];
    }
    const children = withoutFigures(node.children, figures);
    return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }];
  });
}

/** A figure the author wrote keeps its own caption; the credit is added if the caption doesn't say it. */
function withCredit(figure: Element, children: ElementContent[], photos: PhotoByPath): ElementContent[] {
  const shown = imagesIn(figure).flatMap((img) => photoOf(img, photos) ?? []);
  if (shown.length === 0) return children;
  const caption = children.find((child) => child.type === 'element' && child.tagName === 'figcaption');
  if (!caption) return [...children, element('figcaption', [text(shown.map(captionOf).join(' — '))])];
  const missing = shown.filter((photo) => !textOf(caption).includes(photo.credit)).map((photo) => ` — ${photo.credit}`);
  return children.map((child) =>
    child === caption && child.type === 'element'
      ? { ...child, children: [...child.children, ...missing.map(text)] }
      : child,
  );
}

const imagesIn = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'img' ? [child] : imagesIn(child),
  );

function photoOf(img: Element, photos: PhotoByPath): Photo | undefined {
  return photos.get(String(img.properties.src ?? ''));
}

const captionOf = (photo: Photo): string => (photo.caption ? `${photo.caption} — ${photo.credit}` : photo.credit);

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

const text = (value: string): ElementContent => ({ type: 'text', value });

const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : '';

const isBlank = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() === ''
      : node.type === 'element' && isBlank(node.children) && node.tagName !== 'br',
  );
