/** A Worker that does nothing but answer what it was given for an address once. */
import type { WorkerOptions } from 'miniflare';
import type { RawAnswer } from './raw.ts';
import { esModule } from './world.ts';

const MODULE = `const known = new Map();
const nothing = { status: 200, headers: {}, body: null };
export default { async fetch(request) {
  if (request.method !== 'PUT') {
    const { status, headers, body } = known.get(request.url) ?? nothing;
    return new Response(body, { status, headers, encodeBody: 'manual' });
  }
  const bytes = await request.arrayBuffer();
  known.set(request.url, {
    status: Number(request.headers.get('x-status')),
    headers: JSON.parse(request.headers.get('x-headers')),
    body: bytes.byteLength > 0 ? new Uint8Array(bytes) : null,
  });
  return new Response('ok');
} };`;

export const bareWorker = (name: string): WorkerOptions => ({
  name,
  ...esModule(MODULE),
  compatibilityDate: '2026-07-01',
});

/** What the connection adds by itself. */
const OF_THE_CONNECTION = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** Lets a bare Worker answer at this address what was answered here: status, headers and bytes. */
export async function teach(at: string, { status, headers, bytes }: RawAnswer): Promise<void> {
  const kept = [...headers].filter(([name]) => !OF_THE_CONNECTION.includes(name));
  await fetch(at, {
    method: 'PUT',
    headers: { 'x-status': String(status), 'x-headers': JSON.stringify(Object.fromEntries(kept)) },
    body: bytes,
  });
}
