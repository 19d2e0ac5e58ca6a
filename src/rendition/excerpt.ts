/** The first so many words of a body, ended between two blocks where that loses little, else between two words. */
import type { ElementContent } from 'hast';
import { isBlank, words } from './tree.ts';

export interface Excerpt {
  readonly nodes: readonly ElementContent[];
  /** Is anything missing? */
  readonly cut: boolean;
}

interface Taken {
  readonly nodes: readonly ElementContent[];
  readonly count: number;
  readonly cut: boolean;
}

/** Of that many words at least a block border is chosen over a word border. */
const ENOUGH = 0.5;

export function excerptOf(nodes: readonly ElementContent[], limit: number, language: string): Excerpt {
  // Languages without spaces have words too, which only the segmenter finds.
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const kept: ElementContent[] = [];
  let count = 0;
  for (const node of nodes) {
    const taken = take(node, limit - count, segmenter);
    if (taken.cut && count >= limit * ENOUGH) return { nodes: kept, cut: true };
    kept.push(...taken.nodes);
    count += taken.count;
    if (taken.cut) return { nodes: kept, cut: true };
  }
  return { nodes: kept, cut: false };
}

function take(node: ElementContent, room: number, segmenter: Intl.Segmenter): Taken {
  if (node.type === 'text') return takeText(node.value, room, segmenter);
  if (node.type !== 'element') return { nodes: [node], count: 0, cut: false };
  const children: ElementContent[] = [];
  let count = 0;
  for (const child of node.children) {
    const taken = take(child, room - count, segmenter);
    children.push(...taken.nodes);
    count += taken.count;
    if (taken.cut) return { nodes: isBlank(children) ? [] : [{ ...node, children }], count, cut: true };
  }
  return { nodes: [node], count, cut: false };
}

function takeText(value: string, room: number, segmenter: Intl.Segmenter): Taken {
  let count = 0;
  let end = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(value)) {
    if (!isWordLike) continue;
    if (count === room) return { nodes: end > 0 ? [words(`${value.slice(0, end)}…`)] : [], count, cut: true };
    count++;
    end = index + segment.length;
  }
  return { nodes: [words(value)], count, cut: false };
}
