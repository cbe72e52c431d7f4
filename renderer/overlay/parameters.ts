/** What the streamer asked for in the page's address; what is malformed counts as not said. */
import { THEMES, type Theme } from './draw/art/art.ts';
import type { Zoom } from './draw/camera.ts';
import type { NameMode } from './draw/words/words.ts';

export interface Parameters {
  /** The published id or the snowflake of a guild; null is the default one. */
  readonly server: string | null;
  readonly socketUrl: string;
  /** The view key that lets this page in; null when there is none. */
  readonly key: string | null;
  readonly zoom: Zoom;
  /** Where on the page the middle of the island is: shares of its width and height. */
  readonly anchorX: number;
  readonly anchorY: number;
  /** A CSS colour, or null for a transparent page. */
  readonly background: string | null;
  readonly names: NameMode;
  readonly bubbles: boolean;
  /** False: dots instead of words, on a stream that should not repeat what is written. */
  readonly text: boolean;
  readonly hideOffline: boolean;
  /** The most creatures shown. */
  readonly max: number;
  /** The most pictures a second; null for as many as the screen shows. */
  readonly fps: number | null;
  /** In place of the one made of the guild's id. */
  readonly seed: number | null;
  readonly theme: Theme;
  /** The hour of the island's day, from 0 to 24; null to go by the streamer's clock. */
  readonly hour: number | null;
  readonly hud: boolean;
  /** Draw one picture of the island and stop. */
  readonly still: boolean;
}

const NAME_MODES: readonly NameMode[] = ['never', 'speaking', 'hover', 'always'];
const MOST_CREATURES = 10_000;
const LARGEST_SEED = 0xffffffff;
const LARGEST_ZOOM = 8;
const MOST_FPS = 240;

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
    key: readKey(query.get('key')),
    zoom: readInteger(query.get('zoom'), 1, LARGEST_ZOOM) ?? 'fit',
    anchorX: readPercentage(query.get('x')) ?? 0.5,
    anchorY: readPercentage(query.get('y')) ?? 0.5,
    background: readColor(query.get('bg')),
    names: NAME_MODES.find((mode) => mode === query.get('names')) ?? 'speaking',
    bubbles: readSwitch(query.get('bubbles')) ?? true,
    text: readSwitch(query.get('text')) ?? true,
    hideOffline: readSwitch(query.get('hideOffline')) ?? false,
    max: readInteger(query.get('max'), 1, MOST_CREATURES) ?? MOST_CREATURES,
    fps: readInteger(query.get('fps'), 1, MOST_FPS),
    seed: readInteger(query.get('seed'), 0, LARGEST_SEED),
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? 'meadow',
    hour: readHour(query.get('time')),
    hud: readSwitch(query.get('hud')) ?? false,
    still: readSwitch(query.get('still')) ?? false,
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

/** `1`, `true` or nothing after the name is on; `0` or `false` is off. */
function readSwitch(text: string | null): boolean | null {
  if (text === null) return null;
  if (['1', 'true', ''].includes(text)) return true;
  return ['0', 'false'].includes(text) ? false : null;
}

/** From 0 to 100, as a share. */
function readPercentage(text: string | null): number | null {
  if (text === null || !/^\d{1,3}(\.\d{1,4})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 100 ? value / 100 : null;
}

/** `18`, `18.5` or `18:30`. */
function readHour(text: string | null): number | null {
  const parts = /^(\d{1,2})(?::([0-5]\d)|(\.\d{1,4}))?$/.exec(text ?? '');
  if (!parts) return null;
  const hour = Number(parts[1]) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0);
  return hour <= 24 ? hour : null;
}

/** Made of letters that need no escaping. */
function readKey(text: string | null): string | null {
  return text !== null && /^[\w-]{1,128}$/.test(text) ? text : null;
}
