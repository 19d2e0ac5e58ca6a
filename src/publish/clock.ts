/** The one object that wakes by itself: it runs what is due, refreshes old entries, and sets its alarm to the next moment. */
import { DurableObject } from 'cloudflare:workers';
import { readState } from '../catalogue/state.ts';
import type { Env } from '../env.ts';
import { SECOND } from '../lib/time.ts';
import { refreshEntries } from './refresh.ts';
import { runDue } from './run-due.ts';

const CURSOR = 'refresh-cursor';
/** Publishing and serving go on between the rounds. */
const REFRESH_FOR = 5 * SECOND;

export class Clock extends DurableObject<Env> {
  /** Wakes at `moment` (milliseconds) or earlier, if something is due earlier. */
  async wakeAt(moment: number): Promise<void> {
    const set = await this.ctx.storage.getAlarm();
    if (set === null || moment < set) await this.ctx.storage.setAlarm(moment);
  }

  override async alarm(): Promise<void> {
    const now = Date.now();
    await runDue(this.env.DB, this.env.BASE_URL, now);
    const refreshing = await this.refresh(now);
    const state = await readState(this.env.DB, this.env.BASE_URL);
    const next = refreshing ? now + SECOND : (state?.nextDue ?? null);
    if (next !== null) await this.wakeAt(Math.max(next, now + 1));
  }

  /** As many batches as fit a few seconds; answers whether more are left. The cursor survives a crash. */
  private async refresh(now: number): Promise<boolean> {
    const until = Date.now() + REFRESH_FOR;
    let more = true;
    while (more && Date.now() < until) more = await this.refreshBatch(now);
    return more;
  }

  private async refreshBatch(now: number): Promise<boolean> {
    const state = await readState(this.env.DB, this.env.BASE_URL);
    if (!state || state.renderer === state.storedRenderer) return false;
    const [renderer, after] = (await this.ctx.storage.get<[string, number]>(CURSOR)) ?? ['', 0];
    const from = renderer === state.renderer ? after : 0;
    const cursor = await refreshEntries(this.env.DB, state, this.env.BASE_URL, now, from);
    await this.ctx.storage.put(CURSOR, [state.renderer, cursor ?? 0]);
    return cursor !== null;
  }
}

export const clockOf = (env: Env): DurableObjectStub<Clock> => env.CLOCK.getByName('clock');
