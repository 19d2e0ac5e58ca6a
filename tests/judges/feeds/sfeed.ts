/** sfeed: a parser in C that prints one line an item (date, title, link, content, type, id, …). */
import type { Judge } from '../judge.ts';
import { judgeReads, type Read, xmlFeeds } from '../reads.ts';
import { lines, needs, run } from '../shell.ts';

export const sfeed: Judge = {
  name: 'sfeed',
  missing: needs('sfeed', 'sfeed'),
  async judge(demo) {
    const feeds = xmlFeeds(demo);
    const reads: Read[] = [];
    for (const { path, text } of feeds) {
      const { code, out, err } = await run('sfeed', [], { input: text });
      reads.push(code === 0 ? { path, items: lines(out).map(item) } : { path, error: err });
    }
    return judgeReads(feeds, reads, demo);
  },
};

function item(line: string): { readonly id: string; readonly title: string } {
  const [, title = '', , , , id = ''] = line.split('\t');
  return { id, title };
}
