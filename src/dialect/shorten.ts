/** Characters as partners count them: code points, so that an emoji outside the first plane is one. */
export const characters = (text: string): number => [...text].length;

const END = '…';

/** At most `max` characters, cut between words where there are any, never inside what a reader sees as one character. */
export function shortened(text: string, max: number): string {
  if (characters(text) <= max) return text;
  let kept = '';
  let room = max - characters(END);
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= characters(segment);
    if (room < 0) break;
    kept += segment;
  }
  const words = kept.replace(/\s+\S*$/u, '').replace(/[\s,;:–—-]+$/u, '');
  return (words === '' ? kept : words) + END;
}
