import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { mintId, withId } from '../../scripts/content/article-id.ts';
import { writeStamped } from '../../scripts/content/read-content.ts';
import { articleInputSchema } from '../../src/article/input.ts';
import { article, newsroom } from './newsroom.ts';

const nameless = article().replace(/^id: .*\n/m, '');
const minted = 'tag:harbourlight.example,2026:2026-11-03/0000000000';

describe('ids', () => {
  test('are tag: URIs the API takes, whatever was drawn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const id = mintId('harbourlight.example,2026', '2026-11-03', () => bytes);
        expect(id).toMatch(/^tag:harbourlight\.example,2026:2026-11-03\/[0-9a-hjkmnp-tv-z]{10}$/);
        expect(v.is(articleInputSchema.entries.id, id)).toBe(true);
      }),
    );
  });

  test('a missing one is made, and the day in it is the day at the publication', async () => {
    const { articles } = await newsroom({ 'articles/a.md': nameless }).check();
    expect(articles[0]?.ready?.id).toBe(minted);
    expect(articles[0]?.ownId).toBeNull();
  });

  test('under CI a missing one is a mistake', async () => {
    const room = newsroom({ 'articles/a.md': nameless });
    expect(await room.mistakes(true)).toEqual([
      'articles/a.md:1  id  missing. Run npm run publish where the files are written, and keep the id it writes into the file',
    ]);
  });

  test('are written as the first line, touching no other byte', async () => {
    const bodies = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.property(bodies, fc.boolean(), fc.boolean(), fc.constantFrom('---', '---  '), (body, bom, crlf, fence) => {
        const text = `${bom ? '\uFEFF' : ''}${fence}\ntitle: A\n---\n${body}`.replaceAll('\n', crlf ? '\r\n' : '\n');
        const before = Buffer.from(text);
        const after = withId(before, minted);
        const line = `id: ${minted}${crlf ? '\r\n' : '\n'}`;
        const at = before.indexOf('\n') + 1;
        expect(
          after.ok &&
            Buffer.from(after.value).equals(
              Buffer.concat([before.subarray(0, at), Buffer.from(line), before.subarray(at)]),
            ),
        ).toBe(true);
      }),
    );
  });

  test('writing keeps the file, and reading it again finds nothing to write', async () => {
    const room = newsroom({ 'articles/a.md': `\uFEFF${nameless.replaceAll('\n', '\r\n')}` });
    const [first] = (await room.check()).articles;
    expect(first && (await writeStamped(first))).toBeNull();
    expect(room.read('articles/a.md').toString()).toBe(
      `\uFEFF${nameless.replace('---\n', `---\nid: ${minted}\n`).replaceAll('\n', '\r\n')}`,
    );
    const [second] = (await room.check()).articles;
    expect(second?.ownId).toBe(minted);
    expect(second?.ready?.stamped).toBeNull();
    expect(second?.ready?.digest).toBe(first?.ready?.digest);
  });

  test.each([
    ['in braces', '---\n{ title: A, date: 2026-11-03, authors: A }\n---\nBody\n'],
    ['indented', '---\n  title: A\n  date: 2026-11-03\n  authors: A\n---\nBody\n'],
  ])('front matter %s cannot take a line, and is left alone', async (_, text) => {
    const [line] = await newsroom({ 'articles/a.md': text }).mistakes();
    expect(line).toBe(`articles/a.md:1  id  missing. Write it into the front matter: id: ${minted}`);
  });
});

describe('digests', () => {
  const digestOf = async (text: string) =>
    (await newsroom({ 'articles/a.md': text }).check()).articles[0]?.ready?.digest;

  test('say the same of the same article, however it is written', async () => {
    const one = await digestOf(article('tags: [a]\ndek: B'));
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf(article('description: "B"\nkeywords:\n  - a'))).toBe(one);
    expect(await digestOf(article('dek: B\ntags: [a]\ndate: 2026-11-03T00:00:00+01:00').replaceAll('\n', '\r\n'))).toBe(
      one,
    );
  });

  test('change with every word', async () => {
    const one = await digestOf(article());
    expect(await digestOf(article('dek: B'))).not.toBe(one);
    expect(await digestOf(article('', 'Another body'))).not.toBe(one);
  });
});
