/**
 * D1 as a service of its own, as in production: this process answers D1's protocol from a SQLite file, so that
 * workerd's CPU is the Worker's alone. Miniflare's D1 is a Worker in the same process and would be counted with it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

export interface Asked {
  readonly sql: string;
  readonly params?: readonly SQLInputValue[] | null;
}

export interface SqliteD1 {
  readonly address: string;
  readonly sqlite: DatabaseSync;
  /** Every statement asked since the last call. */
  readonly takeAsked: () => readonly Asked[];
  readonly close: () => Promise<void>;
}

export async function openSqliteD1(file: string): Promise<SqliteD1> {
  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  if (!hasTables(sqlite)) migrate(sqlite);
  let asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body: Asked | Asked[] = JSON.parse(await textOf(request));
    const queries = Array.isArray(body) ? body : [body];
    asked.push(...queries);
    const columns = request.url?.includes('resultsFormat=ROWS_AND_COLUMNS') ?? false;
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-cf-d1-session-commit-token', '0');
    response.end(answer(sqlite, queries, columns));
  });
  const port = await listening(server);
  return {
    address: `127.0.0.1:${port}`,
    sqlite,
    takeAsked: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      sqlite.close();
    },
  };
}

const hasTables = (sqlite: DatabaseSync): boolean =>
  sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'state'").get() !== undefined;

function migrate(sqlite: DatabaseSync): void {
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );

/** One request is one transaction. */
function answer(sqlite: DatabaseSync, queries: readonly Asked[], columns: boolean): string {
  sqlite.exec('BEGIN');
  try {
    const results = queries.map((query) => run(sqlite, query, columns));
    sqlite.exec('COMMIT');
    return JSON.stringify(results);
  } catch (error) {
    sqlite.exec('ROLLBACK');
    return JSON.stringify({ success: false, error: error instanceof Error ? error.message : String(error) });
  }
}

function run(sqlite: DatabaseSync, { sql, params }: Asked, columns: boolean): object {
  const statement = sqlite.prepare(sql);
  const names = statement.columns().map(({ name }) => name ?? '');
  const before = changesOf(sqlite);
  const values = params ?? [];
  if (!columns) return done(statement.all(...values), changesOf(sqlite) - before);
  statement.setReturnArrays(true);
  return done({ columns: names, rows: statement.all(...values) }, changesOf(sqlite) - before);
}

const changesOf = (sqlite: DatabaseSync): number => Number(sqlite.prepare('SELECT total_changes() AS n').get()?.n ?? 0);

const done = (results: unknown, changes: number): object => ({
  success: true,
  results,
  meta: { changes, changed_db: changes > 0, duration: 0, last_row_id: 0, rows_read: 0, rows_written: 0, size_after: 0 },
});
