/** libxml2: is everything XML well-formed, namespaces too? */
import { ofKind, pathsOf, withUrls } from '../demo.ts';
import { type Judge, verdict } from '../judge.ts';
import { complaints, needs, run } from '../shell.ts';

export const xmllint: Judge = {
  name: 'xmllint',
  missing: needs('libxml2-utils', 'xmllint'),
  async judge(demo) {
    const documents = ofKind(demo, 'rss', 'atom', 'xml');
    const ran = await run('xmllint', ['--noout', '--nonet', ...pathsOf(documents)]);
    return verdict(documents.length, 'documents', withUrls(complaints(ran, /(error|warning) :/), demo));
  },
};
