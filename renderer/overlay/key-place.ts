/** Takes the view key out of the visible address: a page on stream may be a whole browser window. */
import { isRecord } from '../../shared/guards.ts';

export interface Address {
  readonly href: string;
  /** What the page has noted for itself, which outlives a reload. */
  readonly state: unknown;
}

/** Where the key is read from, and what the address becomes: the same when there is nothing to hide. */
export function hideKey({ href, state }: Address): {
  readonly full: string;
  readonly visible: Address;
} {
  const url = new URL(href);
  const noted = isRecord(state) && typeof state['key'] === 'string' ? state['key'] : null;
  const key = url.searchParams.get('key') ?? noted;
  if (key === null) return { full: href, visible: { href, state } };
  url.searchParams.delete('key');
  const visible = { href: url.href, state: { key } };
  url.searchParams.set('key', key);
  return { full: url.href, visible };
}
