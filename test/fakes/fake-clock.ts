/** Time that moves only when the test says so. */
import type { Cancel, Clock } from '../../main/core/ports.ts';

interface Timer {
  due: number;
  readonly interval: number | null;
  readonly run: () => void;
}

export class FakeClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  readonly after = (delay: number, run: () => void): Cancel =>
    this.#add({ due: this.#now + delay, interval: null, run });

  readonly every = (interval: number, run: () => void): Cancel =>
    this.#add({ due: this.#now + interval, interval, run });

  /** How many timers are waiting. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves on, running every timer at its own time and in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#next(end);
      if (!next) break;
      this.#now = next.due;
      if (next.interval === null) this.#timers.delete(next);
      else next.due += next.interval;
      next.run();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    const due = [...this.#timers].filter((timer) => timer.due <= end);
    return due.sort((a, b) => a.due - b.due)[0];
  }

  #add(timer: Timer): Cancel {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
}
