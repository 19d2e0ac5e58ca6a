/**
 * Does a domain show the challenge we gave? As a TXT record of `_tearsheet.DOMAIN`, asked over HTTPS (RFC 8484's JSON
 * form, as Cloudflare's resolver answers it), or as a line of `https://DOMAIN/.well-known/tearsheet.txt`.
 */
import { memberAt } from '../lib/json.ts';
import { type Asking, readOutside } from './read-outside.ts';

export const PROOF_RECORD = '_tearsheet';
export const PROOF_PATH = '/.well-known/tearsheet.txt';
const RESOLVER = 'https://cloudflare-dns.com/dns-query';
const MAX_BYTES = 16 * 1024;

export type Proof = 'dns' | 'file';

/** Null: neither shows it. */
export async function domainProof(domain: string, challenge: string, asking: Asking): Promise<Proof | null> {
  const [records, lines] = await Promise.all([txtRecords(domain, asking), fileLines(domain, asking)]);
  if (records.includes(challenge)) return 'dns';
  return lines.includes(challenge) ? 'file' : null;
}

async function txtRecords(domain: string, asking: Asking): Promise<readonly string[]> {
  const url = new URL(RESOLVER);
  url.searchParams.set('name', `${PROOF_RECORD}.${domain}`);
  url.searchParams.set('type', 'TXT');
  const answer = await readOutside(url, 'application/dns-json', MAX_BYTES, asking);
  return answer.ok ? textIn(answer.value) : [];
}

/** A TXT record is strings of up to 255 bytes, each in quotes, that are read as one. */
function textIn(body: string): readonly string[] {
  try {
    const answers = memberAt(JSON.parse(body), 'Answer');
    if (!Array.isArray(answers)) return [];
    return answers.map((answer) => String(memberAt(answer, 'data') ?? '').replace(/^"|"$|"\s*"/g, ''));
  } catch {
    return [];
  }
}

async function fileLines(domain: string, asking: Asking): Promise<readonly string[]> {
  const answer = await readOutside(new URL(PROOF_PATH, `https://${domain}`), 'text/plain', MAX_BYTES, asking);
  return answer.ok ? answer.value.split('\n').map((line) => line.trim()) : [];
}
