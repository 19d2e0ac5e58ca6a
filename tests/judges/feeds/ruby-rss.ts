/** Ruby's RSS library, which checks cardinality, order and types when told to be strict. */
import { join } from 'node:path';
import { pathsOf } from '../demo.ts';
import type { Judge } from '../judge.ts';
import { judgeReads, printedReads, xmlFeeds } from '../reads.ts';
import { needs, run } from '../shell.ts';

const READER = join(import.meta.dirname, 'read-ruby.rb');

export const rubyRss: Judge = {
  name: 'ruby rss',
  missing: needs('ruby', 'ruby'),
  async judge(demo) {
    const feeds = xmlFeeds(demo);
    return judgeReads(feeds, printedReads(await run('ruby', [READER, ...pathsOf(feeds)])), demo);
  },
};
