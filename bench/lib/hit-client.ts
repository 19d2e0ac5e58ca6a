/**
 * Asks for badges and credit links as fast as one thread can: requests are made beforehand and sent several at a time on
 * each connection (pipelining, RFC 9112 section 9.3.2); of an answer only the status is looked at.
 */
import { connect } from 'node:net';

export interface Asked {
  /** What it is counted under. */
  readonly key: string;
  readonly request: Buffer;
}

export interface Answered {
  readonly sent: ReadonlyMap<string, number>;
  readonly answered: ReadonlyMap<string, number>;
}

const CONNECTIONS = 32;
const AT_ONCE = 8;
const STATUS = /HTTP\/1\.1 (\d{3}) /g;
const LONGEST_CUT = 'HTTP/1.1 200'.length;
const GOOD = ['200', '302'];

export const requestText = (path: string, headers: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: bench\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** `next` says what is asked; null: that was all. */
export async function askFast(port: number, next: () => Asked | null): Promise<Answered> {
  const [sent, answered] = [new Map<string, number>(), new Map<string, number>()];
  const take = (): Asked | null => {
    const asked = next();
    if (asked) add(sent, asked.key);
    return asked;
  };
  const oneConnection = (): Promise<void> => askOn(port, take, (key) => add(answered, key));
  await Promise.all(Array.from({ length: CONNECTIONS }, oneConnection));
  return { sent, answered };
}

function askOn(port: number, take: () => Asked | null, answered: (key: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    const waiting: string[] = [];
    const statuses = statusReader();
    const fill = (): void => {
      const asked: Asked[] = [];
      for (let one = take(); one; one = asked.length < AT_ONCE ? take() : null) asked.push(one);
      if (asked.length === 0) socket.end();
      else socket.write(Buffer.concat(asked.map(({ request }) => request)));
      waiting.push(...asked.map(({ key }) => key));
    };
    socket.on('connect', fill).on('error', reject);
    socket.on('close', () => (waiting.length === 0 ? resolve() : reject(new Error('A connection was closed'))));
    socket.on('data', (chunk) => {
      for (const status of statuses(chunk.toString('latin1'))) {
        const key = waiting.shift();
        if (key !== undefined && GOOD.includes(status)) answered(key);
      }
      if (waiting.length === 0) fill();
    });
  });
}

/** Finds status lines in a stream that may cut them in two. */
function statusReader(): (text: string) => readonly string[] {
  let rest = '';
  return (more) => {
    const text = rest + more;
    const found = [...text.matchAll(STATUS)];
    const last = found.at(-1);
    const end = last ? last.index + last[0].length : 0;
    rest = text.slice(Math.max(end, text.length - LONGEST_CUT));
    return found.map(([, status = '']) => status);
  };
}
