/**
 * Lets a program that follows another one notice that it would follow itself, directly or through
 * others: every server tells in the head of its WebSocket which programs its news come through.
 * (RFC 8586 does the same for content delivery networks, in requests.)
 */

/** As Node spells it when it reads it. */
export const RELAY_PATH_HEADER = 'd-back-path';

export function relayPathHeader(path: readonly string[]): string {
  return `${RELAY_PATH_HEADER}: ${path.join(' ')}`;
}

/** Empty when the server knows of no such thing, as the original. */
export function readRelayPath(header: string | string[] | undefined): readonly string[] {
  return String(header ?? '').match(/[\w-]{1,64}/g) ?? [];
}
