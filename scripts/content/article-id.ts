/** Ids of articles: made once, and kept in the article's own file. */
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml-source.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** `day` is the civil day of first publication. Nothing in an id is made from the title, which may change. */
export function mintId(authority: string, day: string, random: (length: number) => Uint8Array): string {
  const letters = Array.from(random(LENGTH), (byte) => CROCKFORD.charAt(byte % CROCKFORD.length));
  return `tag:${authority}:${day}/${letters.join('')}`;
}

/** The file's bytes with the id as first line of the front matter; every other byte stays as it is. */
export function withId(bytes: Uint8Array, id: string): Result<Uint8Array, string> {
  const lineEnd = bytes.indexOf(0x0a);
  const eol = bytes[lineEnd - 1] === 0x0d ? '\r\n' : '\n';
  const line = new TextEncoder().encode(`id: ${id}${eol}`);
  const written = Buffer.concat([bytes.subarray(0, lineEnd + 1), line, bytes.subarray(lineEnd + 1)]);
  return idOf(written) === id ? ok(written) : fail(`missing. Write it into the front matter: id: ${id}`);
}

function idOf(bytes: Uint8Array): unknown {
  const parts = splitFrontMatter(bytes);
  if (!parts.ok) return null;
  const source = readYaml(parts.value.head, parts.value.headLine);
  return source.ok ? source.value.data.id : null;
}
