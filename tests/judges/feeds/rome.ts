/** ROME, the Java library for feeds. */
import { join } from 'node:path';
import { pathsOf } from '../demo.ts';
import type { Judge } from '../judge.ts';
import { judgeReads, printedReads, xmlFeeds } from '../reads.ts';
import { isReadable, needs, notInstalled, run } from '../shell.ts';

const JARS = ['rome', 'rome-utils', 'jdom2', 'slf4j-api', 'slf4j-nop'].map((name) => `/usr/share/java/${name}.jar`);
/** Running a source file takes the compiler, which the runtime alone hasn't. */
const installed = needs('default-jdk-headless', 'java', 'javac');

export const rome: Judge = {
  name: 'rome',
  missing: () => installed() ?? (JARS.every(isReadable) ? null : notInstalled('librome-java libslf4j-java')),
  async judge(demo) {
    const feeds = xmlFeeds(demo);
    const program = ['-cp', JARS.join(':'), join(import.meta.dirname, 'ReadRome.java'), ...pathsOf(feeds)];
    return judgeReads(feeds, printedReads(await run('java', program)), demo);
  },
};
