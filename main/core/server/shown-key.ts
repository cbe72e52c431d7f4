/** The view key that a request shows, wherever it may stand. It is never logged, and never sent back. */
import type { IncomingMessage } from 'node:http';
import { hashOf, KEY_PATTERN } from '../auth/keys.ts';

/** Offered together with `dback-key.KEY`: a browser cannot set a header of a WebSocket. */
export const SUBPROTOCOL = 'dback';
const KEY_PROTOCOL = 'dback-key.';

/** From the Authorization header, a subprotocol, or the query; null when it shows none. */
export function readKey({ headers, url }: IncomingMessage): string | null {
  const candidates = [
    /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1],
    headers['sec-websocket-protocol']
      ?.split(',')
      .map((protocol) => protocol.trim())
      .find((protocol) => protocol.startsWith(KEY_PROTOCOL))
      ?.slice(KEY_PROTOCOL.length),
    new URLSearchParams(/\?(.*)$/.exec(url ?? '')?.[1] ?? '').get('key'),
  ];
  return candidates.find((key) => key && KEY_PATTERN.test(key)) ?? null;
}

/** The hash of the key in an overlay's address; null when there is none. */
export function keyHashIn(url: string): string | null {
  const key = URL.canParse(url) ? new URL(url).searchParams.get('key') : null;
  return key !== null && KEY_PATTERN.test(key) ? hashOf(key) : null;
}
