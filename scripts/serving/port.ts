/** Which port, and whether somebody else has it. */
import { createServer } from 'node:net';
import { fail, ok, type Result } from '../../src/lib/result.ts';

export function readPort(text: string | undefined): Result<number, string> {
  const port = Number(text || 8787);
  if (Number.isInteger(port) && port > 0 && port < 65536) return ok(port);
  return fail(`PORT is "${text}". Write a number from 1 to 65535: PORT=8788 npm start`);
}

export function freePort(port: number): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(fail(takenWords(port, error))));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(ok(port))));
  });
}

function takenWords(port: number, error: Error): string {
  const other = port < 65535 ? port + 1 : port - 1;
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another: PORT=${other} npm start`;
  return `Port ${port} cannot be used (${error.message}). Choose another: PORT=${other} npm start`;
}
