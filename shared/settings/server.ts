/** Settings of the overlay's server and of what its page may reach. */
import { type Guard, isArrayOf, isIntegerIn, isNullOr, isString, isStringUpTo } from '../guards.ts';
import { rule } from './rule.ts';

const isHost: Guard<string> = (value): value is string =>
  isString(value) && /^[0-9A-Za-z.:_-]{1,253}$/.test(value);

/** A sandboxed frame or a local file sends the first, OBS's "local file" the second. */
export const ANYBODYS_ORIGINS: readonly string[] = ['null', 'http://absolute'];

/**
 * An origin as a browser sends it: scheme, host, and the port unless it is the usual one. Not one
 * that could be anybody's.
 */
export const isOrigin: Guard<string> = (value): value is string =>
  isString(value) &&
  value.length <= 300 &&
  /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@]+$/.test(value) &&
  !ANYBODYS_ORIGINS.includes(value);

/**
 * A name or an IPv4 address, and always the port. It becomes part of the overlay's security policy,
 * where no IPv6 address may stand, and nothing that ends a word may get.
 */
export const isSocketHost: Guard<string> = (value): value is string => {
  const port = isString(value)
    ? /^[0-9a-z][0-9a-z.-]{0,252}:([1-9]\d{0,4})$/i.exec(value)?.[1]
    : '';
  return Number(port) >= 1 && Number(port) <= 65_535;
};

export const serverRules = {
  'server.port': rule<number>({
    default: 3000,
    accepts: isIntegerIn(0, 65535),
    shape: 'a whole number from 0 to 65535 (0 takes any free port)',
    effect: 'The port of the overlay page and its WebSocket.',
  }),
  'server.host': rule<string>({
    default: '127.0.0.1',
    accepts: isHost,
    shape: 'an IP address or host name of this computer',
    effect: 'The address to listen on. Other computers are refused whatever it says.',
  }),
  'server.staticDir': rule<string | null>({
    default: null,
    accepts: isNullOr(isStringUpTo(4096)),
    shape: 'a folder, or null',
    effect: 'A folder to serve in place of the built-in overlay, such as a d-zone build.',
  }),
  'server.allowedOrigins': rule<readonly string[]>({
    default: [],
    accepts: isArrayOf(isOrigin, 100),
    shape: 'a list of origins such as "https://example.org"',
    effect: 'Other web pages that may connect to the overlay WebSocket. Exact matches only.',
  }),
  'overlay.socketHosts': rule<readonly string[]>({
    default: [],
    accepts: isArrayOf(isSocketHost, 16),
    shape: 'a list of at most 16 hosts with their ports, such as "example.org:443"',
    effect: 'Other servers that the overlay may connect to when its `socketURL` says so.',
  }),
};
