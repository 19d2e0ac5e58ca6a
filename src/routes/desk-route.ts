import type { KeyScope } from '../editor/keys.ts';
import type { DeskCall } from './desk-answer.ts';

/** One address of the desk, and what the key of whoever is signed in must be allowed for it. */
export interface DeskRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly scope: KeyScope;
  readonly handle: (call: DeskCall) => Promise<Response>;
}
