/** Stands between a feed reader and the service, and writes down what was asked and answered. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Exchange {
  readonly path: string;
  readonly aIm: string;
  readonly ifNoneMatch: string;
  readonly status: number;
}

export interface Recorder {
  readonly base: string;
  readonly exchanges: readonly Exchange[];
  readonly close: () => void;
}

export async function recordingProxy(target: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer((asked, reply) => {
    const { url: path = '/', method, headers } = asked;
    const onward = request(target + path, { method, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      const ifNoneMatch = headers['if-none-match'] ?? '';
      exchanges.push({ path, status, ifNoneMatch, aIm: String(headers['a-im'] ?? '') });
      reply.writeHead(status, answer.headers);
      answer.pipe(reply);
    });
    onward.once('error', () => reply.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return { base: `http://127.0.0.1:${address.port}`, exchanges, close: () => server.close() };
}
