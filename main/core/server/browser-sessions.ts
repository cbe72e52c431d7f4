/** Browsers that have shown a key: a cookie stands for it, so that all files of a page may follow. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hashOf } from '../auth/keys.ts';
import type { Clock } from '../ports.ts';

const COOKIE = 'dback-session';
/** Milliseconds from one request to the next. */
const LIFETIME = 30 * 60_000;
/** The oldest give way: somebody with a key opens pages faster than anybody needs. */
const MOST = 1_000;

interface BrowserSession {
  /** Of the key it was opened with: when that is gone, so is the session. */
  readonly keyHash: string;
  until: number;
}

export class BrowserSessions {
  readonly #clock: Clock;
  /** By the hash of the cookie. */
  readonly #sessions = new Map<string, BrowserSession>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The value of a `Set-Cookie` header. No other page, and no script, can use or read it. */
  open(keyHash: string): string {
    const id = randomBytes(32).toString('base64url');
    this.#sessions.set(hashOf(id), { keyHash, until: this.#clock.now() + LIFETIME });
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > MOST && oldest !== undefined) this.#sessions.delete(oldest);
    return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME / 1000}`;
  }

  /** The hash of the key that the browser once showed; null when it has no session. */
  keyHashOf({ headers }: IncomingMessage): string | null {
    const id = new RegExp(`(?:^|; )${COOKIE}=([\\w-]{43})(?:;|$)`).exec(headers.cookie ?? '')?.[1];
    if (id === undefined) return null;
    const session = this.#sessions.get(hashOf(id));
    const now = this.#clock.now();
    if (!session || session.until <= now) return null;
    session.until = now + LIFETIME;
    return session.keyHash;
  }
}
