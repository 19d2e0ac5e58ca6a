/** A request as it is on the wire: `fetch` would ask for compression by itself and unpack it. */
import { get, type IncomingMessage } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function rawGet(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return {
    status: message.statusCode ?? 0,
    headers: new Headers(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
    bytes: new Uint8Array(Buffer.concat(chunks)),
  };
}
