/** What the app and headless do alike: read the flags, make the core, say that it listens. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { urlHost } from '../../shared/overlay-url.ts';
import type { Notice } from '../../shared/state.ts';
import { describeNotice } from '../../shared/strings/describe-notice.ts';
import { type Core, createCore } from './app.ts';
import { type Flags, HELP, parseFlags } from './flags.ts';
import type { ForkScript, SecretsPort } from './ports.ts';
import { systemClock } from './ports.ts';
import { createSettings, type SettingsWriter } from './settings.ts';
import { loadSettings, SETTINGS_FILE } from './settings-file.ts';

export const EXIT = { ok: 0, cannotRun: 1, badFlag: 2 } as const;

/** Settings live in one place, whichever way the program is started. */
const FOLDER_NAME = 'D-Back Desktop';

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The flags; or the exit code to end with, after help, version, or one line on what is wrong. */
export function readCommandLine(args: readonly string[], version: string): Flags | ExitCode {
  let flags: Flags;
  try {
    flags = parseFlags(args);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : error} See --help.`);
    return EXIT.badFlag;
  }
  if (!flags.help && !flags.version) return flags;
  process.stdout.write(flags.help ? HELP : `${version}\n`);
  return EXIT.ok;
}

export interface BootOptions {
  readonly flags: Flags;
  readonly pagesDir: string;
  readonly version: string;
  /** Opens the store that writes `settings.json` in the given folder. */
  readonly openWriter: (userDataDir: string) => Promise<SettingsWriter>;
  readonly openSecrets: (userDataDir: string) => SecretsPort;
  readonly forkScript: ForkScript;
}

export function bootCore(options: BootOptions): Core {
  const { flags, pagesDir, version, openWriter, openSecrets, forkScript } = options;
  const userDataDir = flags.userDataDir ?? defaultUserDataDir();
  const loaded = loadSettings(join(userDataDir, SETTINGS_FILE));
  const settings = createSettings(loaded, () => openWriter(userDataDir), flags.overrides);
  const told = new Set<Notice>();
  const secrets = openSecrets(userDataDir);
  const ports = { clock: systemClock, settings, secrets, forkScript, pagesDir, version };
  const core = createCore(ports);
  const tellNotices = (): void => {
    for (const notice of core.store.state.notices) {
      if (told.has(notice)) continue;
      told.add(notice);
      const { title, advice } = describeNotice(notice);
      complain(`${title} ${advice}`);
    }
  };
  tellNotices();
  core.store.subscribe((slice) => slice === 'notices' && tellNotices());
  return core;
}

/** Starts the core and prints the one line that others wait for. Answers with an exit code. */
export async function startCore(core: Core): Promise<ExitCode> {
  await core.start();
  const { server } = core.store.state;
  if (server.phase === 'listening') {
    process.stdout.write(`listening http://${urlHost(server.host)}:${server.port}\n`);
    return EXIT.ok;
  }
  if (server.phase !== 'failed') return EXIT.cannotRun;
  complain(server.message);
  return server.reason === 'bad-host' ? EXIT.badFlag : EXIT.cannotRun;
}

/** One line on standard error. */
export function complain(line: string): void {
  process.stderr.write(`d-back-desktop: ${line}\n`);
}

/** Where Electron keeps an app's data (https://www.electronjs.org/docs/latest/api/app#appgetpathname). */
export function defaultUserDataDir(): string {
  const home = homedir();
  if (process.platform === 'darwin') {
    return join(home, 'Library', 'Application Support', FOLDER_NAME);
  }
  if (process.platform === 'win32') {
    return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), FOLDER_NAME);
  }
  return join(process.env['XDG_CONFIG_HOME'] || join(home, '.config'), FOLDER_NAME);
}
