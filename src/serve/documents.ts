/**
 * The cached entrypoint. In production Workers Cache stands in front of it and answers most calls; without it
 * (here, in tests) the same code is asked every time. It gets nothing of a client's request but a document key.
 */
import { WorkerEntrypoint } from 'cloudflare:workers';
import { shownAssetType } from '../catalogue/assets.ts';
import type { State } from '../catalogue/state.ts';
import type { Env } from '../env.ts';
import { contentType, type Format } from '../feed/formats.ts';
import { EDGE_CACHE } from '../http/headers.ts';
import { sha256 } from '../lib/hash.ts';
import { httpDate, SECOND } from '../lib/time.ts';
import { clockOf } from '../publish/clock.ts';
import { type DocumentRequest, parseDocumentKey, TICK } from './document-key.ts';
import type { FeedDocument } from './feed-document.ts';
import { MODIFIED_HEADER, NOT_SET_UP, SEQS_HEADER } from './internal-headers.ts';
import { keyIdIn, keyResponse } from './key-memo.ts';
import { KNOWN_HOSTS, knownHostsResponse } from './known-hosts.ts';
import { readArchive } from './read-archive.ts';
import { readFeed } from './read-feed.ts';
import { type PageAnswer, readPage } from './read-page.ts';
import { readPartnerFeed } from './read-partner-feed.ts';
import { readRepublish, republishIn } from './read-republish.ts';
import { freshState, STATE_KEY, stateFor, stateResponse } from './state-memo.ts';

/** What isn't there may be there soon. */
const MISSING_CACHE = 'public, max-age=5, stale-if-error=0';

const encoder = new TextEncoder();

export class Documents extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    if (request.url === STATE_KEY) return this.state(Date.now());
    if (request.url === KNOWN_HOSTS) return knownHostsResponse(this.env);
    const keyId = keyIdIn(request.url);
    if (keyId !== null) return keyResponse(keyId, this.env);
    const key = parseDocumentKey(request.url);
    const state = key && (await stateFor(key.version, this.env, Date.now()));
    return key && state ? this.answer(key.request, state) : missing();
  }

  private async state(now: number): Promise<Response> {
    const state = await freshState(this.env, now);
    // Entries made by another renderer are rendered again in the background; until then serving renders them itself.
    if (state && state.renderer !== state.storedRenderer) this.ctx.waitUntil(clockOf(this.env).wakeAt(now));
    return stateResponse(state, now);
  }

  private answer(wanted: DocumentRequest, state: State): Promise<Response> {
    const { env } = this;
    const place = { base: env.BASE_URL, hub: env.HUB_URL || null };
    switch (wanted.kind) {
      case 'feed':
        return feedResponse(wanted, state, env, place);
      case 'archive':
        return archiveResponse(wanted, state, env, place);
      case 'page':
        return pageResponse(wanted, state, env, place);
      case 'photo':
        return photoResponse(wanted, env);
      case 'partner':
        return partnerResponse(wanted, state, env, place);
    }
  }
}

const missing = (): Response => new Response(null, { status: 404, headers: { 'cache-control': MISSING_CACHE } });

interface Place {
  readonly base: string;
  readonly hub: string | null;
}

type Of<K extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: K }>;

async function feedResponse(wanted: Of<'feed'>, state: State, env: Env, place: Place): Promise<Response> {
  const document = await readFeed(wanted, state, env.DB, place);
  return document ? feedResponseOf(document, wanted.format) : missing();
}

const feedResponseOf = (document: FeedDocument, format: Format): Response =>
  new Response(document.bytes, {
    headers: {
      'content-type': contentType(format),
      'cache-control': EDGE_CACHE,
      etag: document.etag,
      [MODIFIED_HEADER]: String(document.lastModified),
      [SEQS_HEADER]: document.seqs.join(' '),
    },
  });

async function partnerResponse(wanted: Of<'partner'>, state: State, env: Env, place: Place): Promise<Response> {
  const { partner, format, gzip, tick } = wanted;
  const document = await readPartnerFeed({ partner, format, gzip, now: tick * TICK }, state, env, place);
  if (document === 'no signing keys')
    return new Response(null, { status: NOT_SET_UP, headers: { 'cache-control': 'no-store' } });
  return document === 'no such feed' ? missing() : feedResponseOf(document, format);
}

async function archiveResponse(wanted: Of<'archive'>, state: State, env: Env, place: Place): Promise<Response> {
  const document = await readArchive(wanted, state, env.DB, place);
  if (!document) return missing();
  return new Response(document.body, {
    headers: {
      'content-type': contentType(wanted.format),
      'cache-control': EDGE_CACHE,
      etag: document.etag,
      'last-modified': httpDate(document.lastModified),
    },
  });
}

async function pageResponse(wanted: Of<'page'>, state: State, env: Env, place: Place): Promise<Response> {
  const site = { publication: state.publication, ...place };
  const republish = republishIn(wanted.path);
  const answer: PageAnswer = republish
    ? await readRepublish(republish, state, env, site)
    : await readPage(wanted.path, wanted.hour, state, env.DB, site);
  const body = encoder.encode(answer.text);
  return new Response(body, {
    status: answer.status,
    headers: {
      'content-type': answer.type,
      'cache-control': answer.status === 404 ? MISSING_CACHE : EDGE_CACHE,
      etag: `"${(await sha256(answer.text)).slice(0, 20)}"`,
      ...(answer.location && { location: answer.location }),
      ...(answer.link && { link: answer.link }),
    },
  });
}

async function photoResponse({ asset }: Of<'photo'>, env: Env): Promise<Response> {
  const type = await shownAssetType(env.DB, asset);
  const object = type ? await env.PHOTOS.get(asset) : null;
  if (!type || !object) return missing();
  return new Response(object.body, {
    headers: {
      'content-type': type,
      'content-length': String(object.size),
      'cache-control': EDGE_CACHE,
      etag: `"${asset}"`,
      'last-modified': httpDate(Math.floor(object.uploaded.getTime() / SECOND) * SECOND),
    },
  });
}
