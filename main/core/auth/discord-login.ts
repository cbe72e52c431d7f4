/** Checks the Discord token of a client with Discord, and remembers the answer for a moment. */
import type { Clock } from '../ports.ts';
import type { Authorization, DiscordApi } from './discord-api.ts';
import { hashOf } from './keys.ts';

/** Milliseconds. A token that was taken back is let in no longer than this. */
const REMEMBER = 60_000;
const MOST_REMEMBERED = 500;
/** Characters. Nothing of this length is a token. */
const LONGEST_TOKEN = 2_000;

interface Answer {
  readonly authorization: Promise<Authorization | null>;
  readonly until: number;
}

export class DiscordLogin {
  readonly #api: DiscordApi;
  readonly #clock: Clock;
  /** By the token's hash: the token itself is kept nowhere. */
  readonly #answers = new Map<string, Answer>();

  constructor(api: DiscordApi, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  /** Null when the token is no good (any more). Rejects when Discord does not say. */
  async check(token: string): Promise<Authorization | null> {
    if (!/^[\x21-\x7e]+$/.test(token) || token.length > LONGEST_TOKEN) return null;
    const authorization = await this.#ask(token);
    return authorization && authorization.expiresAt > this.#clock.now() ? authorization : null;
  }

  #ask(token: string): Promise<Authorization | null> {
    const hash = hashOf(token);
    const now = this.#clock.now();
    const known = this.#answers.get(hash);
    if (known && known.until > now) return known.authorization;
    const authorization = this.#api.authorizationOf(token);
    this.#answers.set(hash, { authorization, until: now + REMEMBER });
    // What could not be found out is asked again the next time.
    authorization.catch(() => this.#answers.delete(hash));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
    return authorization;
  }
}
