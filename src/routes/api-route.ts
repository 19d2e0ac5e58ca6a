import type { Context } from 'hono';
import type { KeyScope } from '../editor/keys.ts';
import type { Gate } from '../gate.ts';

export type Asked = Context<{ Bindings: Gate }>;

/** One address of the editor API, and what a key must be allowed for it. */
export interface ApiRoute {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly scope: KeyScope;
  readonly handle: (c: Asked) => Promise<Response>;
}
