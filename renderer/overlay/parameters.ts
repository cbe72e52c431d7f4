/** What the streamer asked for in the page's address; what is malformed counts as not said. */
import type { Zoom } from './draw/camera.ts';
import type { NameMode } from './draw/words.ts';

export interface Parameters {
  /** The published id or the snowflake of a guild; null is the default one. */
  readonly server: string | null;
  readonly socketUrl: string;
  /** A CSS colour, or null for a transparent page. */
  readonly background: string | null;
  readonly names: NameMode;
  /** The most creatures shown. */
  readonly max: number;
  /** In place of the one made of the guild's id. */
  readonly seed: number | null;
  /** Draw one picture of the island and stop. */
  readonly still: boolean;
  readonly zoom: Zoom;
}

const NAME_MODES: readonly NameMode[] = ['never', 'speaking', 'always'];
const MOST_CREATURES = 10_000;
const LARGEST_SEED = 0xffffffff;
const LARGEST_ZOOM = 8;

/**
 * `href` is the address of the page; `allowedHosts` are the hosts besides its own, each with its
 * port, that its socket may be at.
 */
export function readParameters(href: string, allowedHosts: readonly string[] = []): Parameters {
  const page = new URL(href);
  const query = page.searchParams;
  return {
    server: readServer(query.get('s')),
    socketUrl: readSocketUrl(query.get('socketURL'), page, allowedHosts),
    background: readColor(query.get('bg')),
    names: NAME_MODES.find((mode) => mode === query.get('names')) ?? 'speaking',
    max: readInteger(query.get('max'), 1, MOST_CREATURES) ?? MOST_CREATURES,
    seed: readInteger(query.get('seed'), 0, LARGEST_SEED),
    still: ['1', 'true', ''].includes(query.get('still') ?? 'no'),
    zoom: readInteger(query.get('zoom'), 1, LARGEST_ZOOM) ?? 'fit',
  };
}

function readServer(text: string | null): string | null {
  const server = text?.trim() ?? '';
  return server !== '' && server.length <= 100 ? server : null;
}

/** What the page's `<meta name="socket-hosts">` lists for {@link readParameters}. */
export function readSocketHosts(content: string | undefined): readonly string[] {
  return content?.split(' ').filter((host) => host !== '') ?? [];
}

/** Another host could put strangers on stream: it is the page's own, or one the streamer allows. */
function readSocketUrl(text: string | null, page: URL, allowedHosts: readonly string[]): string {
  const isSecure = page.protocol === 'https:';
  const own = `${isSecure ? 'wss' : 'ws'}://${page.host}/`;
  if (text === null) return own;
  try {
    const url = new URL(text);
    const schemes = isSecure ? ['wss:'] : ['ws:', 'wss:'];
    const isKnown = url.host === page.host || isAllowed(url, allowedHosts);
    const isBare = url.username === '' && url.password === '';
    url.hash = '';
    return schemes.includes(url.protocol) && isKnown && isBare ? url.href : own;
  } catch {
    return own;
  }
}

/** A URL leaves out the port that its scheme implies; the list never does. */
function isAllowed(url: URL, hosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'wss:' ? '443' : '80');
  const host = `${url.hostname}:${port}`;
  return hosts.some((allowed) => allowed.toLowerCase() === host);
}

/** Hex with or without its `#`, which has to be escaped in an address, or a colour's name. */
function readColor(text: string | null): string | null {
  if (text === null) return null;
  const hex = /^#?((?:[0-9a-f]{3,4}){1,2})$/i.exec(text)?.[1];
  if (hex !== undefined) return `#${hex.toLowerCase()}`;
  const isName = /^[a-z]{3,20}$/i.test(text) && !['none', 'transparent'].includes(text);
  return isName ? text.toLowerCase() : null;
}

function readInteger(text: string | null, min: number, max: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}
