/** The one object that wakes by itself: it runs what is due, refreshes old entries, and sets its alarm to the next moment. */
import { DurableObject } from 'cloudflare:workers';
import { readState } from '../catalogue/state.ts';
import type { Env } from '../env.ts';
import { foldOldHits } from '../ledger/fold.ts';
import { civilDay, SECOND } from '../lib/time.ts';
import { refreshEntries } from './refresh.ts';
import { runDue } from './run-due.ts';

const CURSOR = 'refresh-cursor';
/** Publishing and serving go on between the rounds. */
const REFRESH_FOR = 5 * SECOND;

export class Clock extends DurableObject<Env> {
  private foldedOn = '';

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
    if (state) await this.fold(civilDay(now, state.publication.timeZone));
  }

  /** Once a day. What fails is tried again when this wakes next: nothing waits for it. */
  private async fold(today: string): Promise<void> {
    if (this.foldedOn === today) return;
    try {
      await foldOldHits(this.env.DB, today);
      this.foldedOn = today;
    } catch (error) {
      console.error(error);
    }
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
