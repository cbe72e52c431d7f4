/** Measures how many pictures a second the page really shows. */
import type { Clock } from './clock.ts';

/** Milliseconds: over less, a number would be chance. */
const LEAST = 900;

export interface FrameRateOptions {
  readonly clock: Clock;
  /** Pictures drawn so far. */
  readonly count: () => number;
}

export class FrameRate {
  readonly #options: FrameRateOptions;
  #since: number;
  #counted: number;
  #last = 0;

  constructor(options: FrameRateOptions) {
    this.#options = options;
    this.#since = options.clock.now();
    this.#counted = options.count();
  }

  /** Pictures a second since it was last asked, in whole ones; the same again when asked too soon. */
  read(): number {
    const { clock, count } = this.#options;
    const elapsed = clock.now() - this.#since;
    if (elapsed < LEAST) return this.#last;
    const counted = count();
    this.#last = Math.round(((counted - this.#counted) / elapsed) * 1000);
    this.#since += elapsed;
    this.#counted = counted;
    return this.#last;
  }
}
