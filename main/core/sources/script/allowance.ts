/** So much at once, so much a second, and nothing beyond: a token bucket that cannot be in debt. */

export class Allowance {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #last: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
    this.#last = now;
  }

  /** Takes the cost when there is enough left; else nothing. `now` in milliseconds. */
  take(now: number, cost = 1): boolean {
    const gained = ((now - this.#last) * this.#perSecond) / 1000;
    this.#left = Math.min(this.#burst, this.#left + gained);
    this.#last = now;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
