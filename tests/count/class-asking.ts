/** Ways to ask what class a request is of. */
import { classOf } from '../../src/count/request-class.ts';
import type { Entry } from './class-entry.ts';

export const BASE = 'https://news.example';

export const PHONE = (model: string): string =>
  `Mozilla/5.0 (Linux; Android 13; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36`;

export const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export type Found = ReturnType<typeof classOf>;

export const found = (headers: HeadersInit, kind: Entry['kind'] = 'view'): Found =>
  classOf(new Headers(headers), { base: BASE, kind });

export const agent = (
  text: string,
  more: Readonly<Record<string, string>> = { 'accept-language': 'en' },
  kind: Entry['kind'] = 'view',
): Found => found({ ...more, 'user-agent': text }, kind);
