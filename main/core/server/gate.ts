/** In front of everything, when a key is asked of everybody: with no key, not a byte of anything. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { strings } from '../../../shared/strings/index.ts';
import type { Access } from '../auth/access.ts';
import { hashOf } from '../auth/keys.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import { readKey } from './shown-key.ts';

export interface GateOptions {
  readonly access: Access;
  readonly sessions: BrowserSessions;
}

export class Gate {
  readonly #options: GateOptions;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** The hash of the key that a request shows, itself or by its cookie; null when it shows none. */
  keyHashOf(request: IncomingMessage): string | null {
    const key = readKey(request);
    return key === null ? this.#options.sessions.keyHashOf(request) : hashOf(key);
  }

  lets(request: IncomingMessage): boolean {
    const { access } = this.#options;
    return !access.asksEverybody || access.keyOf(this.keyHashOf(request)) !== null;
  }

  /** A page that is opened with a key in its address may load what belongs to it. */
  welcome(request: IncomingMessage, response: ServerResponse): void {
    const { access, sessions } = this.#options;
    const key = readKey(request);
    if (!access.asksEverybody || key === null || request.headers.authorization !== undefined)
      return;
    if (access.keyOf(hashOf(key))) response.setHeader('Set-Cookie', sessions.open(hashOf(key)));
  }

  turnAway(request: IncomingMessage, response: ServerResponse): void {
    const body = `<!doctype html><meta charset="utf-8"><title>${strings.appName}</title><p>${strings.gate}`;
    response.writeHead(401, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'WWW-Authenticate': 'Bearer',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
