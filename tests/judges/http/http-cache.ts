/** http-cache-semantics, the RFC 9111 rules most of npm's HTTP clients cache by, on our real headers. */
import CachePolicy from 'http-cache-semantics';
import { feedsOf, type Held, isPartnerFeed, ofKind } from '../demo.ts';
import { type Answer, ask } from '../http.ts';
import { always, type Judge, verdict } from '../judge.ts';

const FRESH = 300;
/** max-age and stale-while-revalidate together: no copy in a client is older. */
const USABLE = 900;
const GZIP = { 'accept-encoding': 'gzip' };

/** The desk and the portal: for whoever is signed in. */
const isPrivate = ({ url }: Held): boolean => /^\/(desk|portal)/.test(new URL(url).pathname);

export const httpCache: Judge = {
  name: 'http-cache-semantics',
  missing: always,
  async judge(demo) {
    const documents = [...feedsOf(demo), ...ofKind(demo, 'html', 'xml')].filter(
      (held) => !isPartnerFeed(held) && !isPrivate(held),
    );
    const errors: string[] = [];
    for (const held of documents) for (const error of await judgeOne(held)) errors.push(`${held.url}: ${error}`);
    return verdict(documents.length, 'documents', errors);
  },
};

async function judgeOne({ url, status }: Held): Promise<readonly string[]> {
  const request = { url, method: 'GET', headers: GZIP };
  const answer = await ask(url, { headers: GZIP });
  const policy = new CachePolicy(request, answer, { shared: true });
  if (status === 404) return policy.storable() ? ['a 404 may be stored'] : [];
  const early = aged(policy, FRESH - 5);
  const late = aged(policy, USABLE + 5);
  return [
    ...wrong(policy.storable(), 'may not be stored'),
    ...wrong(policy.maxAge() === FRESH, `is fresh for ${policy.maxAge()} s`),
    ...wrong(early.satisfiesWithoutRevalidation(request), `is stale after ${FRESH - 5} s`),
    ...wrong(late.evaluateRequest(request).revalidation?.synchronous === true, `is used after ${USABLE + 5} s`),
    ...(status === 200 ? await revalidation(url, aged(policy, FRESH + 5)) : []),
    ...variants(url, answer),
  ];
}

/** A stale copy asks by its validator, is told 304, and is fresh again with the same body. */
async function revalidation(url: string, stale: CachePolicy): Promise<readonly string[]> {
  const request = { url, method: 'GET', headers: GZIP };
  if (stale.satisfiesWithoutRevalidation(request)) return [`is fresh after ${FRESH + 5} s`];
  const headers = stale.revalidationHeaders(request);
  const asked = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const answer = await ask(url, { headers: asked });
  const { policy, modified } = stale.revalidatedPolicy({ ...request, headers }, answer);
  return [
    ...wrong('if-none-match' in asked, 'has no validator to ask with'),
    ...wrong(answer.status === 304, `revalidation answers ${answer.status}`),
    ...wrong(!modified, 'a 304 counts as modified'),
    ...wrong(policy.storable() && policy.satisfiesWithoutRevalidation(request), 'is not fresh after a 304'),
  ];
}

/** A compressed copy must not be given to a client that takes none. */
function variants(url: string, answer: Answer): readonly string[] {
  if (!answer.headers['content-encoding']) return [];
  const policy = new CachePolicy({ url, method: 'GET', headers: GZIP }, answer, { shared: true });
  const plain = { url, method: 'GET', headers: { 'accept-encoding': 'identity' } };
  return wrong(!policy.satisfiesWithoutRevalidation(plain), 'the gzip copy is given to a client that takes none');
}

const wrong = (right: boolean, what: string): readonly string[] => (right ? [] : [what]);

/** The same copy, held for so many seconds. */
function aged(policy: CachePolicy, seconds: number): CachePolicy {
  const stored = policy.toObject();
  return CachePolicy.fromObject({ ...stored, t: stored.t - seconds * 1000 });
}

/** For judges who get hold of a delta: RFC 3229's 226 must stay out of a cache that doesn't know it. */
export const mayBeStored = (url: string, headers: Readonly<Record<string, string>>, answer: Answer): boolean =>
  new CachePolicy({ url, method: 'GET', headers }, answer, { shared: true }).storable();
