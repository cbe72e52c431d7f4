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

  /** Takes a token, or more, and answers with the milliseconds to wait until the next one is there. */
  take(now: number, cost = 1): number {
    this.#fill(now);
    this.#tokens -= cost;
    return this.#tokens >= 1 ? 0 : Math.ceil((1 - this.#tokens) / this.#rate);
  }

  /** Takes a token if there is one. */
  tryTake(now: number): boolean {
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  #fill(now: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#last) * this.#rate);
    this.#last = now;
  }
}
