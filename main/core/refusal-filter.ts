/** Keeps one persistent stranger from filling the event log: the same refusal once a minute. */
import type { Fact } from '../../shared/state.ts';
import type { Clock } from './ports.ts';

const QUIET_TIME = 60_000;
const REMEMBERED = 200;

export class RefusalFilter {
  readonly #clock: Clock;
  readonly #lastTold = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  isNews(fact: Fact): boolean {
    if (fact.kind !== 'refused') return true;
    const now = this.#clock.now();
    // The same program that comes again is another client, and no news.
    const key = JSON.stringify({ ...fact, client: null });
    const last = this.#lastTold.get(key);
    if (last !== undefined && now - last < QUIET_TIME) return false;
    // Ever new names are one stranger too: beyond this many, nothing more is told for a while.
    if (this.#lastTold.size >= REMEMBERED) this.#forgetOld(now);
    if (this.#lastTold.size >= REMEMBERED) return false;
    this.#lastTold.set(key, now);
    return true;
  }

  #forgetOld(now: number): void {
    for (const [key, time] of this.#lastTold) {
      if (now - time >= QUIET_TIME) this.#lastTold.delete(key);
    }
  }
}
