/** Jing with the grammar of RFC 4287 appendix B. */
import { ofKind, pathsOf, withUrls } from '../demo.ts';
import { type Judge, verdict } from '../judge.ts';
import { complaints, isReadable, needs, run } from '../shell.ts';

const GRAMMAR = '../shared/data/rfc4287.rnc';
const installed = needs('jing', 'jing');

export const jing: Judge = {
  name: 'jing',
  missing: () => installed() ?? (isReadable(GRAMMAR) ? null : `no grammar at ${GRAMMAR}`),
  async judge(demo) {
    const documents = ofKind(demo, 'atom');
    const ran = await run('jing', ['-c', GRAMMAR, ...pathsOf(documents)]);
    return verdict(documents.length, 'documents', withUrls(complaints(ran, /: (error|fatal|warning):/), demo));
  },
};
