/** The last events, numbered, in memory only. */
import { type Fact, LOG_CAPACITY, type LogEvent } from '../../shared/state.ts';
import type { Cancel, Clock } from './ports.ts';

export class EventLog {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #events: LogEvent[] = [];
  #nextSeq = 0;
  #clearCount = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The number that the next event will get. */
  get nextSeq(): number {
    return this.#nextSeq;
  }

  /** How often the log was cleared: a reader that sees it grow forgets what it has. */
  get clearCount(): number {
    return this.#clearCount;
  }

  add(fact: Fact): void {
    this.#events.push({ seq: this.#nextSeq++, time: this.#clock.now(), fact });
    // Dropping the old half now and then is cheaper than shifting at every line.
    if (this.#events.length >= 2 * LOG_CAPACITY) this.#events = this.#events.slice(-LOG_CAPACITY);
    for (const listener of this.#listeners) listener();
  }

  /** Up to `limit` events from number `seq` on, of those that are still kept. */
  from(seq: number, limit: number): readonly LogEvent[] {
    const oldest = Math.max(this.#nextSeq - LOG_CAPACITY, this.#nextSeq - this.#events.length);
    const start = Math.max(seq, oldest) - (this.#nextSeq - this.#events.length);
    return this.#events.slice(start, start + limit);
  }

  clear(): void {
    this.#events = [];
    this.#clearCount += 1;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
