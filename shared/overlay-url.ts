/** The URL a streamer pastes into OBS; it means the same to our overlay and to d-zone. */
import { DEFAULT_SERVER } from './protocol.ts';

export interface OverlayUrlParts {
  readonly host: string;
  readonly port: number;
  /** The published id of the guild, or null for the default one. */
  readonly serverId: string | null;
  /** Another page than our own is served: it must be told where the WebSocket is. */
  readonly foreignPage: boolean;
  /** A view key that lets the page in. */
  readonly key?: string | null;
}

export function overlayUrl(parts: OverlayUrlParts): string {
  const { host, port, serverId, foreignPage, key = null } = parts;
  const authority = `${urlHost(host)}:${port}`;
  const query = [`s=${encodeURIComponent(serverId ?? DEFAULT_SERVER)}`];
  // A page that is not ours shows its key as part of the WebSocket's address, or not at all.
  const socket = `ws://${authority}${key === null ? '' : `/?key=${key}`}`;
  if (foreignPage) query.push(`socketURL=${encodeURIComponent(socket)}`);
  else if (key !== null) query.push(`key=${key}`);
  return `http://${authority}/?${query.join('&')}`;
}

/** How a listening address is written in a URL: IPv6 in brackets, "every address" as loopback. */
export function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
