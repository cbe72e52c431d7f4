/** Takes whatever is offered at once, but no faster than so; in between the last offer counts. */
import type { Cancel, Clock } from '../../ports.ts';

export class Paced<T> {
  readonly #clock: Clock;
  /** Milliseconds. */
  readonly #interval: number;
  readonly #take: (value: T) => void;
  #nextAt = Number.NEGATIVE_INFINITY;
  #offer: { readonly value: T; readonly cancel: Cancel } | null = null;

  constructor(clock: Clock, interval: number, take: (value: T) => void) {
    this.#clock = clock;
    this.#interval = interval;
    this.#take = take;
  }

  get isWaiting(): boolean {
    return this.#offer !== null;
  }

  offer(value: T): void {
    const wait = this.#nextAt - this.#clock.now();
    this.cancel();
    if (wait <= 0) this.#run(value);
    else this.#offer = { value, cancel: this.#clock.after(wait, () => this.#run(value)) };
  }

  /** Forgets what waits. */
  cancel(): void {
    this.#offer?.cancel();
    this.#offer = null;
  }

  #run(value: T): void {
    this.#offer = null;
    this.#nextAt = this.#clock.now() + this.#interval;
    this.#take(value);
  }
}
