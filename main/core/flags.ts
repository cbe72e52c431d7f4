/** The command line, alike for the app and headless; a flag wins over the settings for its run. */
import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SETTING_RULES, type Settings } from '../../shared/settings.ts';

export interface Flags {
  /** What the flags say in place of the settings. */
  readonly overrides: Partial<Settings>;
  readonly userDataDir: string | null;
  readonly hidden: boolean;
  readonly headless: boolean;
  readonly version: boolean;
  readonly help: boolean;
}

export const HELP = `D-Back Desktop

  --port N              port of the overlay page and its WebSocket (3000)
  --host H              address to listen on (127.0.0.1)
  --static-dir DIR      serve this folder in place of the built-in overlay
  --user-data-dir DIR   keep settings there
  --mock                start in mock mode
  --hidden              start in the tray, without a window
  --headless            run without tray and window
  --version             print the version
  --help                print this
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'static-dir': { type: 'string' },
  'user-data-dir': { type: 'string' },
  mock: { type: 'boolean', default: false },
  hidden: { type: 'boolean', default: false },
  headless: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Throws an error whose message is one clear line, when a flag or its value is not known. */
export function parseFlags(args: readonly string[]): Flags {
  const values = readArguments(args);
  const overrides: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  if (values.port !== undefined) overrides['server.port'] = readPort(values.port);
  if (values.host !== undefined) overrides['server.host'] = readHost(values.host);
  const staticDir = readFolder('static-dir', values['static-dir']);
  if (staticDir !== null) overrides['server.staticDir'] = staticDir;
  if (values.mock) overrides['mock.enabled'] = true;
  const { hidden, headless, version, help } = values;
  const userDataDir = readFolder('user-data-dir', values['user-data-dir']);
  return { overrides, userDataDir, hidden, headless, version, help };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    // Node adds hints on further lines, and calls a missing value ambiguous.
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
    const flag = /'(--[\w-]+)[^']*' argument (?:is ambiguous|missing)/.exec(line)?.[1];
    throw new Error(flag ? `${flag} needs a value.` : line.replace(/\.?$/, '.'));
  }
}

function readPort(text: string): number {
  const { accepts, shape } = SETTING_RULES['server.port'];
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!accepts(port)) throw new Error(`--port must be ${shape}, not "${text}".`);
  return port;
}

function readHost(text: string): string {
  const { accepts, shape } = SETTING_RULES['server.host'];
  const isBrokenIPv4 = /^[\d.]+$/.test(text) && !isIPv4(text);
  if (!accepts(text) || isBrokenIPv4) throw new Error(`--host must be ${shape}, not "${text}".`);
  return text;
}

function readFolder(flag: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.trim() === '') throw new Error(`--${flag} must be a folder, not "${text}".`);
  return resolve(text);
}
