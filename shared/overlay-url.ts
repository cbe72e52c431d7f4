/** The URL a streamer pastes into OBS; it means the same to our overlay and to d-zone. */
import { DEFAULT_SERVER } from './protocol.ts';

export interface OverlayUrlParts {
  readonly host: string;
  readonly port: number;
  /** The published id of the guild, or null for the default one. */
  readonly serverId: string | null;
  /** Another page than our own is served: it must be told where the WebSocket is. */
  readonly foreignPage: boolean;
}

export function overlayUrl({ host, port, serverId, foreignPage }: OverlayUrlParts): string {
  const authority = `${urlHost(host)}:${port}`;
  const query = [`s=${encodeURIComponent(serverId ?? DEFAULT_SERVER)}`];
  if (foreignPage) query.push(`socketURL=${encodeURIComponent(`ws://${authority}`)}`);
  return `http://${authority}/?${query.join('&')}`;
}

/** How a listening address is written in a URL: IPv6 in brackets, "every address" as loopback. */
export function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
