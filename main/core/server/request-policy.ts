/**
 * Who may ask for what: pure rules for Host, Origin, address and path.
 *
 * A web page anywhere can make the streamer's browser send requests to this computer. Two things
 * it cannot forge: the Origin of a WebSocket, and the name it used to get here (Host). Comparing
 * one with the other does not stop DNS rebinding, where both say `evil.example`: only lists do.
 */
import { ANYBODYS_ORIGINS } from '../../../shared/settings/server.ts';

/** The names under which this server may be addressed, lower case, with the port. */
export function ownAuthorities(port: number, names: readonly string[]): ReadonlySet<string> {
  const authorities = new Set<string>();
  for (const name of ['127.0.0.1', 'localhost', '[::1]', ...names]) {
    authorities.add(`${name.toLowerCase()}:${port}`);
    if (port === 80) authorities.add(name.toLowerCase());
  }
  return authorities;
}

export type Verdict<T = unknown> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly status: 400 | 403 | 404 };

const allowed = { ok: true } as const;
const refused = (status: 400 | 403 | 404) => ({ ok: false, status }) as const;

/** Exactly one Host header, naming us. `rawHeaders` as Node gives them: name, value, name, value. */
export function checkHost(
  rawHeaders: readonly string[],
  authorities: ReadonlySet<string>,
): Verdict {
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host',
  );
  const [host] = hosts;
  if (hosts.length !== 1 || !host) return refused(400);
  return authorities.has(host.toLowerCase()) ? allowed : refused(403);
}

/**
 * The request target without its query: in origin-form, or absolute with our own authority.
 * Anything else that RFC 9112 (section 3.2) does not allow is refused, so that `serve-static`,
 * which parses the target once more and trims and repairs it, arrives at the same path.
 */
export function checkTarget(
  target: string,
  authorities: ReadonlySet<string>,
): Verdict<{ readonly path: string }> {
  if (!/^[!"$-~]+$/.test(target)) return refused(400);
  let path = target;
  const absolute = /^http:\/\/([^/?]*)(.*)$/i.exec(target);
  if (absolute) {
    if (!authorities.has((absolute[1] ?? '').toLowerCase())) return refused(403);
    path = absolute[2] || '/';
  }
  if (!path.startsWith('/')) return refused(400);
  return { ok: true, path: path.replace(/\?.*$/, '') };
}

/**
 * A path that can name a file inside a root and nothing else, on every platform: decoded once,
 * then no second encoding, backslash, NUL, parent, dotfile, Windows device, stream or short name.
 */
export function checkPath(path: string): Verdict<{ readonly path: string }> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return refused(400);
  }
  if (/[\\\p{Cc}]|%[0-9a-f]{2}/iu.test(decoded)) return refused(400);
  if (decoded.startsWith('//')) return refused(404);
  const safe = decoded.split('/').every((segment) => segment === '' || isSafeSegment(segment));
  return safe ? { ok: true, path: decoded } : refused(404);
}

const WINDOWS_DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const WINDOWS_SHORT_NAME = /~\d/;

function isSafeSegment(segment: string): boolean {
  return !(
    segment.startsWith('.') ||
    /[. ]$/.test(segment) ||
    segment.includes(':') ||
    WINDOWS_SHORT_NAME.test(segment) ||
    WINDOWS_DEVICE.test(segment)
  );
}

/**
 * Whether a WebSocket may be opened from a page of this origin. Programs send none; only a page
 * of ours, or one the user allowed, may send one. What could be anybody's is on no list.
 */
export function isOriginAllowed(
  origin: string | undefined,
  authorities: ReadonlySet<string>,
  allowedOrigins: readonly string[],
): boolean {
  if (origin === undefined) return true;
  if (ANYBODYS_ORIGINS.includes(origin)) return false;
  if (allowedOrigins.includes(origin)) return true;
  return origin.startsWith('http://') && authorities.has(origin.slice('http://'.length));
}

/** Whether a peer address is this computer's: loopback, or one of its own interfaces. */
export function isThisMachine(address: string | undefined, own: readonly string[]): boolean {
  if (address === undefined) return false;
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  return /^127\.\d+\.\d+\.\d+$/.test(plain) || plain === '::1' || own.includes(plain);
}
