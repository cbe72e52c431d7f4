/** The last report of one client: however often it reports, it changes once a second at most. */
import { isAlike } from '../../../shared/client-report.ts';
import type { ClientReport } from '../../../shared/protocol.ts';
import type { Cancel, Clock } from '../ports.ts';
import { LIMITS } from './limits.ts';

export class LatestReport {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #current: ClientReport | null = null;
  /** Came too soon after the last one; a later one takes its place. */
  #waiting: ClientReport | null = null;
  #cancelRest: Cancel | null = null;

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get current(): ClientReport | null {
    return this.#current;
  }

  take(report: ClientReport): void {
    if (this.#cancelRest) this.#waiting = report;
    else this.#show(report);
  }

  /** Must be called when the client is gone. */
  end(): void {
    this.#cancelRest?.();
    this.#cancelRest = null;
    this.#waiting = null;
  }

  #show(report: ClientReport): void {
    if (this.#current && isAlike(this.#current, report) && this.#current.fps === report.fps) return;
    this.#current = report;
    this.#cancelRest = this.#clock.after(LIMITS.reportEvery, () => this.#rested());
    this.#onChange();
  }

  #rested(): void {
    const report = this.#waiting;
    this.end();
    if (report) this.#show(report);
  }
}
