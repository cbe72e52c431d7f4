/** The headers of every response: ours under a strict policy, a user's folder under a workable one. */
import { WINDOW_SCHEME } from '../../../shared/ipc.ts';
import { isSocketHost } from '../../../shared/settings/server.ts';

const BOTH = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // For error pages, whose own policy says nothing of frames; elsewhere `frame-ancestors` wins.
  'X-Frame-Options': 'SAMEORIGIN',
};

/** Only the app's own window may frame the overlay. */
const WINDOW = `${WINDOW_SCHEME}:`;

export type HeaderPolicy = 'own-pages' | 'user-folder';

/** `socketHosts` are those the streamer allows; what is not `host:port` is left out. */
export function securityHeaders(
  policy: HeaderPolicy,
  authorities: ReadonlySet<string>,
  socketHosts: readonly string[] = [],
): Record<string, string> {
  const sockets = [...ownSockets(authorities), ...allowedSockets(socketHosts)].join(' ');
  const csp = policy === 'own-pages' ? ownPages(sockets) : userFolder(sockets);
  return { ...BOTH, 'Content-Security-Policy': csp.join('; ') };
}

function ownPages(sockets: string): string[] {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${WINDOW}`,
  ];
}

/**
 * What the unmodified d-zone needs: inline scripts (its sign-in callback), frames of itself, and
 * calls to Discord. Not its fallback to a public server: that would put strangers on stream.
 */
function userFolder(sockets: string): string[] {
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https://cdn.discordapp.com",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${sockets} https://discord.com https://discordapp.com`,
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
    `frame-ancestors 'self' ${WINDOW}`,
  ];
}

/** A host-source cannot be an IPv6 address; there `'self'` does. */
function ownSockets(authorities: ReadonlySet<string>): string[] {
  return [...authorities]
    .filter((authority) => !authority.startsWith('['))
    .map((authority) => `ws://${authority}`);
}

/** Checked here as well: a space or a line's end in one would write further rules or headers. */
function allowedSockets(hosts: readonly string[]): string[] {
  return hosts.filter(isSocketHost).flatMap((host) => [`ws://${host}`, `wss://${host}`]);
}
