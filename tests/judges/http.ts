/** One HTTP request as it stands on the wire: nothing decompressed, followed or added. */
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** A connection for every question: one kept open may be closed by the other side just as it is used again. */
const ALONE = new Agent({ keepAlive: false });

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function ask(url: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: ALONE }, (response) => read(response).then(resolve, reject));
    asked.setTimeout(30_000, () => asked.destroy(new Error(`${url} didn't answer within 30 s`)));
    asked.once('error', reject);
    asked.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}
