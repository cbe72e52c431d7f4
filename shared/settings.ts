/** Every setting: its type, default, what it accepts and what it does. docs/settings.md follows it. */
import {
  type Guard,
  isArrayOf,
  isBoolean,
  isIntegerIn,
  isNullOr,
  isOneOf,
  isString,
  isStringUpTo,
} from './guards.ts';

export const SCENARIOS = ['calm', 'busy', 'raid', 'quiet'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Settings {
  readonly 'server.port': number;
  readonly 'server.host': string;
  readonly 'server.staticDir': string | null;
  readonly 'server.allowedOrigins': readonly string[];
  readonly 'overlay.socketHosts': readonly string[];
  readonly 'mock.enabled': boolean;
  readonly 'mock.scenario': Scenario;
  readonly 'mock.seed': number;
  readonly 'window.closeToTray': boolean;
  readonly 'window.closeNoticeShown': boolean;
}

export type SettingKey = keyof Settings;

export interface SettingRule<T> {
  readonly default: T;
  readonly accepts: Guard<T>;
  /** Completes the sentence "must be …". */
  readonly shape: string;
  readonly effect: string;
}

/** The version written into the file; a file with a higher one is left untouched. */
export const SETTINGS_VERSION = 1;

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

export const SETTING_RULES: { readonly [K in SettingKey]: SettingRule<Settings[K]> } = {
  'server.port': {
    default: 3000,
    accepts: isIntegerIn(0, 65535),
    shape: 'a whole number from 0 to 65535 (0 takes any free port)',
    effect: 'The port of the overlay page and its WebSocket.',
  },
  'server.host': {
    default: '127.0.0.1',
    accepts: isHost,
    shape: 'an IP address or host name of this computer',
    effect: 'The address to listen on. Other computers are refused whatever it says.',
  },
  'server.staticDir': {
    default: null,
    accepts: isNullOr(isStringUpTo(4096)),
    shape: 'a folder, or null',
    effect: 'A folder to serve in place of the built-in overlay, such as a d-zone build.',
  },
  'server.allowedOrigins': {
    default: [],
    accepts: isArrayOf(isOrigin, 100),
    shape: 'a list of origins such as "https://example.org"',
    effect: 'Other web pages that may connect to the overlay WebSocket. Exact matches only.',
  },
  'overlay.socketHosts': {
    default: [],
    accepts: isArrayOf(isSocketHost, 16),
    shape: 'a list of at most 16 hosts with their ports, such as "example.org:443"',
    effect: 'Other servers that the overlay may connect to when its `socketURL` says so.',
  },
  'mock.enabled': {
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Rehearsal: show the invented community in place of the real one.',
  },
  'mock.scenario': {
    default: 'calm',
    accepts: isOneOf(SCENARIOS),
    shape: `one of ${SCENARIOS.join(', ')}`,
    effect: 'What happens in a rehearsal.',
  },
  'mock.seed': {
    default: 1,
    accepts: isIntegerIn(0, 4294967295),
    shape: 'a whole number from 0 to 4294967295',
    effect: 'The same seed plays the same rehearsal again.',
  },
  'window.closeToTray': {
    default: true,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Closing the window keeps the app in the tray. When false, closing quits.',
  },
  'window.closeNoticeShown': {
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Whether the notice about closing to the tray was already shown once.',
  },
};

export const SETTING_KEYS = Object.keys(SETTING_RULES) as readonly SettingKey[];

export const DEFAULT_SETTINGS: Settings = Object.freeze(
  Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTING_RULES[key].default])),
) as unknown as Settings;

/** A key together with a value of its own type. */
export type SettingChange = {
  [K in SettingKey]: readonly [key: K, value: Settings[K]];
}[SettingKey];

export const isSettingChange: Guard<SettingChange> = (value): value is SettingChange => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [key, candidate] = value;
  return SETTING_KEYS.includes(key) && SETTING_RULES[key as SettingKey].accepts(candidate);
};
