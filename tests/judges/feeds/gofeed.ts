/** gofeed, from Debian's source packages: built without the network. */
import { join } from 'node:path';
import { feedsOf, pathsOf } from '../demo.ts';
import type { Judge } from '../judge.ts';
import { judgeReads, printedReads } from '../reads.ts';
import { isReadable, needs, notInstalled, run } from '../shell.ts';

const LIBRARIES = '/usr/share/gocode';
const PACKAGE = 'golang-github-mmcdole-gofeed-dev';
const installed = needs('golang-go', 'go');

export const gofeed: Judge = {
  name: 'gofeed',
  missing: () =>
    installed() ?? (isReadable(`${LIBRARIES}/src/github.com/mmcdole/gofeed`) ? null : notInstalled(PACKAGE)),
  async judge(demo) {
    const feeds = feedsOf(demo);
    const env = { GO111MODULE: 'off', GOPATH: LIBRARIES, GOCACHE: join(demo.folder, 'go'), GOFLAGS: '' };
    const program = ['run', join(import.meta.dirname, 'read-gofeed.go'), ...pathsOf(feeds)];
    return judgeReads(feeds, printedReads(await run('go', program, { env })), demo);
  },
};
