/**
 * The state, at most 8 seconds old: 4 at the edge and 4 in an isolate, so that a withdrawal is everywhere within 10
 * (invariant 4). What time alone changes is brought about before the state is read, so nobody sees it late.
 */
import { readState, type State } from '../catalogue/state.ts';
import type { Env } from '../env.ts';
import { MINUTE, SECOND } from '../lib/time.ts';
import { runDue } from '../publish/run-due.ts';
import type { Version } from './document-key.ts';

export const STATE_KEY = 'https://documents.internal/state';
const FRESH_SECONDS = 4;
/** While the catalogue can't be reached, what is known goes on being served; then it is too old to vouch for. */
const MAX_STALE = 60 * MINUTE;

interface Held {
  readonly base: string;
  readonly state: State;
  readonly at: number;
  readonly forgotten: boolean;
}

let held: Held | null = null;

/** A publish in this isolate is seen by it at once. */
export function forgetState(): void {
  if (held) held = { ...held, forgotten: true };
}

const isFresh = ({ at, state, forgotten }: Held, now: number): boolean =>
  !forgotten && now - at < FRESH_SECONDS * SECOND && (state.nextDue === null || now < state.nextDue);

export function heldState(env: Env, now: number): State | null {
  return held?.base === env.BASE_URL && isFresh(held, now) ? held.state : null;
}

/** The last state known, and its age in milliseconds: for when no newer one can be had. */
export function staleState(env: Env, now: number): { readonly state: State; readonly age: number } | null {
  if (held?.base !== env.BASE_URL || now - held.at > MAX_STALE) return null;
  return { state: held.state, age: now - held.at };
}

export function holdState(env: Env, state: State, now: number): State {
  held = { base: env.BASE_URL, state, at: now, forgotten: false };
  return state;
}

/** For the cached entrypoint: a state at least as new as the document's name says. Null until a publication is set. */
export async function stateFor(version: Version, env: Env, now: number): Promise<State | null> {
  const known = heldState(env, now);
  return known && covers(known, version) ? known : freshState(env, now);
}

const covers = (state: State, { seq, recall, renderer }: Version): boolean =>
  state.seq >= seq && state.recall >= recall && state.renderer === renderer;

/** From the catalogue, with everything that is due brought about. */
export async function freshState(env: Env, now: number): Promise<State | null> {
  const state = await readState(env.DB, env.BASE_URL);
  if (!state) return null;
  if (state.nextDue === null || now < state.nextDue) return holdState(env, state, now);
  await runDue(env.DB, env.BASE_URL, now);
  const after = await readState(env.DB, env.BASE_URL);
  return after && holdState(env, after, now);
}

/** The state as the edge keeps it: never beyond the next due moment. */
export function stateResponse(state: State | null, now: number): Response {
  const seconds = Math.min(FRESH_SECONDS, state?.nextDue ? Math.floor((state.nextDue - now) / SECOND) : FRESH_SECONDS);
  const cache = seconds > 0 && state ? `public, max-age=${seconds}, stale-if-error=0` : 'no-store';
  return new Response(JSON.stringify(state), {
    headers: { 'content-type': 'application/json', 'cache-control': cache },
  });
}
