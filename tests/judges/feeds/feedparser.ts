/** Python's feedparser, which half of all aggregators are built on. `bozo` is its word for a feed that isn't right. */
import { join } from 'node:path';
import { pathsOf } from '../demo.ts';
import type { Judge } from '../judge.ts';
import { judgeReads, printedReads, xmlFeeds } from '../reads.ts';
import { isReadable, notInstalled, run } from '../shell.ts';

/** Debian's own Python is the one that has Debian's modules. */
export const PYTHON = '/usr/bin/python3';
const READER = join(import.meta.dirname, 'read-feedparser.py');

export const feedparserMissing = (): string | null =>
  isReadable('/usr/lib/python3/dist-packages/feedparser') ? null : notInstalled('python3-feedparser');

export const feedparser: Judge = {
  name: 'feedparser',
  missing: feedparserMissing,
  async judge(demo) {
    const feeds = xmlFeeds(demo);
    return judgeReads(feeds, printedReads(await run(PYTHON, [READER, ...pathsOf(feeds)])), demo);
  },
};
