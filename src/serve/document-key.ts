/**
 * The name a document is cached under. It holds all the document depends on (state, renderer, coding), so a change
 * leads to another name and nothing ever has to be purged; and nothing a client can vary, so it can't be fanned out.
 */
import { parseScopeKey, type Scope, scopeKey } from '../article/scope.ts';
import type { State } from '../catalogue/state.ts';
import { type Format, isFormat } from '../feed/formats.ts';
import { SECOND } from '../lib/time.ts';
import { isFinished } from './archive-numbers.ts';

export type DocumentRequest =
  | {
      readonly kind: 'feed';
      readonly scope: Pick<Scope, 'kind' | 'value'>;
      readonly format: Format;
      readonly gzip: boolean;
      readonly since: number | null;
    }
  | { readonly kind: 'archive'; readonly number: number; readonly format: Format; readonly gzip: boolean }
  /** `hour` for pages that depend on the time: whole hours since 1970. */
  | { readonly kind: 'page'; readonly path: string; readonly hour: number }
  | { readonly kind: 'photo'; readonly asset: string; readonly extension: string }
  /** `version` is the partner's own, `tick` a count of TICKs since 1970: permissions begin and end by the clock. */
  | {
      readonly kind: 'partner';
      readonly partner: string;
      readonly version: number;
      readonly tick: number;
      readonly format: Format;
      readonly gzip: boolean;
    };

/** As coarse as the clock may be: what ends is gone from every feed within 10 seconds. */
export const TICK = 4 * SECOND;

const ORIGIN = 'https://documents.internal';

/** Photos and finished archives depend on no change but one that takes something away. */
function versionOf(request: DocumentRequest, state: State): string {
  const lasting = request.kind === 'photo' || (request.kind === 'archive' && isFinished(request.number, state));
  return lasting ? `r${state.recall}` : `s${state.seq}`;
}

export function documentKey(request: DocumentRequest, state: State): string {
  return `${ORIGIN}/${versionOf(request, state)}/${state.renderer}/${request.kind}/${tail(request)}`;
}

function tail(request: DocumentRequest): string {
  switch (request.kind) {
    case 'feed':
      return `${request.format}/${coding(request.gzip)}/${request.since ?? 'all'}/${encodeURIComponent(scopeKey(request.scope))}`;
    case 'archive':
      return `${request.format}/${coding(request.gzip)}/${request.number}`;
    case 'page':
      return `${request.hour}/${encodeURIComponent(request.path)}`;
    case 'photo':
      return `${request.asset}/${request.extension}`;
    case 'partner':
      return `${request.format}/${coding(request.gzip)}/${request.partner}/${request.version}/${request.tick}`;
  }
}

const coding = (gzip: boolean): string => (gzip ? 'gzip' : 'plain');

/** What the key says of the state: a document made from an older one must not be kept under it. */
export interface Version {
  readonly seq: number;
  readonly recall: number;
  readonly renderer: string;
}

/** Null for what `documentKey` never made. */
export function parseDocumentKey(key: string): { readonly request: DocumentRequest; readonly version: Version } | null {
  const [, version = '', renderer, kind, ...rest] = new URL(key).pathname.split('/');
  const number = Number(version.slice(1));
  const request = parseRequest(kind, rest);
  if (!renderer || !request || !/^[sr]\d+$/.test(version)) return null;
  const [seq, recall] = version.startsWith('s') ? [number, 0] : [0, number];
  return { request, version: { seq, recall, renderer } };
}

function parseRequest(kind: string | undefined, rest: readonly string[]): DocumentRequest | null {
  if (kind === 'feed') return parseFeed(rest);
  if (kind === 'archive') return parseArchive(rest);
  if (kind === 'partner') return parsePartner(rest);
  const [first = '', second = ''] = rest;
  const path = decoded(second);
  if (kind === 'page' && path !== null) return { kind, hour: Number(first), path };
  if (kind === 'photo') return { kind, asset: first, extension: second };
  return null;
}

function parseFeed([format = '', code, since, key = '']: readonly string[]): DocumentRequest | null {
  const name = decoded(key);
  const scope = name === null ? null : parseScopeKey(name);
  if (!isFormat(format) || !scope) return null;
  return { kind: 'feed', scope, format, gzip: code === 'gzip', since: since === 'all' ? null : Number(since) };
}

function parseArchive([format = '', code, number]: readonly string[]): DocumentRequest | null {
  return isFormat(format) ? { kind: 'archive', format, gzip: code === 'gzip', number: Number(number) } : null;
}

function parsePartner([format = '', code, partner = '', version, tick]: readonly string[]): DocumentRequest | null {
  if (!isFormat(format)) return null;
  return {
    kind: 'partner',
    format,
    gzip: code === 'gzip',
    partner,
    version: Number(version),
    tick: Number(tick),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
