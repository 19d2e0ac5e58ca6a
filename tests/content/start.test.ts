import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findKey, findOrMakeKey } from '../../scripts/sending/editor-key.ts';
import { terminalOn } from '../../scripts/sending/terminal.ts';
import { freePort, readPort } from '../../scripts/serving/port.ts';

function keyFile(text?: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'key-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, '.dev.vars');
  if (text !== undefined) writeFileSync(file, text);
  return file;
}

describe('the editor key', () => {
  test('is made once, and readable for its owner only', () => {
    const file = keyFile();
    const made = findOrMakeKey({}, file);
    expect(made.from).toBe('made');
    expect(made.key).toMatch(/^[\w-]{32}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(findOrMakeKey({}, file)).toEqual({ key: made.key, from: 'file' });
    expect(findKey({}, file)).toBe(made.key);
  });

  test('joins what is in the file', () => {
    const file = keyFile('OTHER=1');
    const { key } = findOrMakeKey({}, file);
    expect(readFileSync(file, 'utf8')).toBe(`OTHER=1\nEDITOR_KEY=${key}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('from the environment wins and is not written', () => {
    const file = keyFile();
    expect(findOrMakeKey({ EDITOR_KEY: 'mine' }, file)).toEqual({ key: 'mine', from: 'environment' });
    expect(existsSync(file)).toBe(false);
    expect(findKey({ EDITOR_KEY: 'mine' }, keyFile('EDITOR_KEY=other'))).toBe('mine');
  });

  test.each([
    ['EDITOR_KEY=abc', 'abc'],
    ['EDITOR_KEY = "a b"\r\nOTHER=1', 'a b'],
    ['OTHER=1\nEDITOR_KEY=\n', null],
    ['# EDITOR_KEY=abc', null],
  ])('%j', (text, key) => expect(findKey({}, keyFile(text))).toBe(key));
});

describe('the port', () => {
  test.each(['0', '65536', '-1', 'x', '80.5'])('%s is none', (text) => expect(readPort(text).ok).toBe(false));
  test.each([
    ['1', 1],
    ['65535', 65535],
    ['', 8787],
    [undefined, 8787],
  ])('%s', (text, port) => expect(readPort(text)).toEqual({ ok: true, value: port }));

  test('that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const other = port < 65535 ? port + 1 : port - 1;
    expect(await freePort(port)).toEqual({
      ok: false,
      error: `Port ${port} is taken. Choose another: PORT=${other} npm start`,
    });
    await new Promise((resolve) => server.close(resolve));
    expect(await freePort(port)).toEqual({ ok: true, value: port });
  });
});

test('progress is one line on a terminal and plain lines in a log', () => {
  const written: string[] = [];
  const write = (text: string): void => void written.push(text);
  for (const isTTY of [true, false]) {
    const terminal = terminalOn({ isTTY, write });
    terminal.progress('1/2 articles');
    terminal.line('done');
  }
  expect(written).toEqual(['\r\u001b[K1/2 articles', '\r\u001b[Kdone\n', '1/2 articles\n', 'done\n']);
});
