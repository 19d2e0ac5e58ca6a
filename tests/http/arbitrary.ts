/** Header values: what the rules know, in no order, and noise. All of it what a header may hold. */
import fc from 'fast-check';

const PARTS = [
  '"a"',
  'W/"a"',
  'W/',
  '"',
  '*',
  ',',
  ', ',
  ';',
  'q=',
  'q=0',
  'q=1.5',
  'q=-1',
  'q=0.001',
  'feed',
  'gzip',
  'identity',
  'x-gzip',
  '*/*',
  'text/',
  'application/atom+xml',
  'application/feed+json',
  'Tue, 03 Nov 2026 06:30:15 GMT',
  'Mon ',
  '99999999999',
  '\t',
  ' ',
];

export const header: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PARTS) }, fc.stringMatching(/^[ -~\xa0-\xff]{0,6}$/)), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
