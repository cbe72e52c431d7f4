/** A token bucket: so many at once, then so many a second. */

export class RateLimit {
  readonly #burst: number;
  /** Tokens per millisecond. */
  readonly #rate: number;
  #tokens: number;
  #last: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#rate = perSecond / 1000;
    this.#tokens = burst;
    this.#last = now;
  }

  /** Takes a token and answers with the milliseconds to wait until the next one is there. */
  take(now: number): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#last) * this.#rate) - 1;
    this.#last = now;
    return this.#tokens >= 1 ? 0 : Math.ceil((1 - this.#tokens) / this.#rate);
  }
}
