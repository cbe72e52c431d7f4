/** How long to wait before trying again: longer each time, and never the same for everybody. */

/** Milliseconds. */
const FIRST = 1_000;
const LONGEST = 60_000;

export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Milliseconds: between half and all of a bound that doubles. */
  next(): number {
    const bound = Math.min(LONGEST, FIRST * 2 ** this.#failures);
    this.#failures += 1;
    return Math.round(bound * (1 + this.#random()) * 0.5);
  }

  reset(): void {
    this.#failures = 0;
  }
}
