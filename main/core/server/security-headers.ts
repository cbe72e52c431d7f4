/** The headers of every response: ours under a strict policy, a user's folder under a workable one. */
import { WINDOW_SCHEME } from '../../../shared/ipc.ts';

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

export function securityHeaders(
  policy: HeaderPolicy,
  authorities: ReadonlySet<string>,
): Record<string, string> {
  const csp = policy === 'own-pages' ? ownPages(authorities) : userFolder(authorities);
  return { ...BOTH, 'Content-Security-Policy': csp.join('; ') };
}

function ownPages(authorities: ReadonlySet<string>): string[] {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets(authorities)}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${WINDOW}`,
  ];
}

/**
 * What the unmodified d-zone needs: inline scripts (its sign-in callback), frames of itself, and
 * calls to Discord. Not its fallback to a public server: that would put strangers on stream.
 */
function userFolder(authorities: ReadonlySet<string>): string[] {
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https://cdn.discordapp.com",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${sockets(authorities)} https://discord.com https://discordapp.com`,
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
    `frame-ancestors 'self' ${WINDOW}`,
  ];
}

/** A host-source cannot be an IPv6 address; there `'self'` does. */
function sockets(authorities: ReadonlySet<string>): string {
  return [...authorities]
    .filter((authority) => !authority.startsWith('['))
    .map((authority) => `ws://${authority}`)
    .join(' ');
}
