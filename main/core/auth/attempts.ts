/** How often somebody may guess: twenty wrong attempts a minute for each address. */
import { isThisMachine } from '../server/request-policy.ts';

const MINUTE = 60_000;
const MOST = 20;
/** Milliseconds between two guesses from this computer after too many: slow, but never locked out. */
const SLOWED = 1_000;
/** Addresses that are remembered; beyond them the oldest are forgotten. */
const REMEMBERED = 1_000;

interface Record {
  readonly since: number;
  wrong: number;
}

export class Attempts {
  readonly #records = new Map<string, Record>();

  /**
   * Milliseconds to wait before the next guess is looked at; null when it is not looked at at all.
   * The owner sits at this computer, where every program could read the secrets anyway.
   */
  delay(address: string, now: number): number | null {
    const record = this.#recordOf(address, now);
    if (!record || record.wrong < MOST) return 0;
    return isThisMachine(address, []) ? SLOWED : null;
  }

  wrong(address: string, now: number): void {
    const record = this.#recordOf(address, now) ?? { since: now, wrong: 0 };
    record.wrong += 1;
    this.#records.set(address, record);
    const [oldest] = this.#records.keys();
    if (this.#records.size > REMEMBERED && oldest !== undefined) this.#records.delete(oldest);
  }

  #recordOf(address: string, now: number): Record | null {
    const record = this.#records.get(address);
    if (!record || now - record.since < MINUTE) return record ?? null;
    this.#records.delete(address);
    return null;
  }
}
