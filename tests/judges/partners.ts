/** A partner for each dialect, made as an editor would, and the addresses of its feeds: judges read those too. */
import { DIALECT_NAMES, DIALECTS } from '../../src/dialect/dialects.ts';
import type { DemoService } from './demo-service.ts';

export async function partnerFeeds({ base, editorKey }: DemoService): Promise<readonly string[]> {
  const urls: string[] = [];
  for (const dialect of DIALECT_NAMES) {
    const id = `judge-${dialect}`;
    const partner = `${base}/api/partners/${id}`;
    await send('PUT', partner, { name: `Judge of ${dialect}`, language: 'en', dialect }, editorKey);
    await send('POST', `${partner}/grants`, {}, editorKey);
    const { key } = await send('POST', `${partner}/keys`, { kind: 'feed', label: 'Judges' }, editorKey);
    urls.push(...DIALECTS[dialect].formats.map((format) => `${base}/partners/${key}/feed.${format}`));
  }
  return urls;
}

async function send(method: string, url: string, body: object, key: string): Promise<{ readonly key?: string }> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return JSON.parse(await response.text());
}
