/** The app: makes the core, which listens at once, and puts the shell around it when Electron is ready. */
import { join } from 'node:path';
import { app } from 'electron';
import { version } from '../package.json';
import {
  bootCore,
  complain,
  defaultUserDataDir,
  EXIT,
  type ExitCode,
  readCommandLine,
  startCore,
} from './core/boot.ts';
import type { Flags } from './core/flags.ts';
import { systemClock } from './core/ports.ts';
import { ownArguments } from './shell/arguments.ts';
import { createUtilityFork } from './shell/fork-script.ts';
import { createKeychain } from './shell/keychain.ts';
import { createSecrets } from './shell/secrets.ts';
import { SECRETS_FILE } from './shell/secrets-file.ts';
import { hasTrayHost } from './shell/tray-host.ts';
import { registerWindowScheme } from './shell/window-pages.ts';

const OUT_DIR = join(import.meta.dirname, '..');
const PAGES_DIR = join(OUT_DIR, 'renderer');
const ICONS_DIR = join(OUT_DIR, '..', 'assets', 'icons');
const SCRIPT_RUNNER = join(import.meta.dirname, 'script-runner.cjs');
const PRELOAD_FILE = join(OUT_DIR, 'preload', 'index.cjs');

const commandLine = readCommandLine(ownArguments(process.argv, app.isPackaged), version);
if (typeof commandLine === 'number') leave(commandLine);
else start(commandLine);

function start(flags: Flags): void {
  app.setPath('userData', flags.userDataDir ?? defaultUserDataDir());
  // Of two instances the first shows its window and the second leaves.
  if (flags.headless || app.requestSingleInstanceLock()) run(flags);
  else {
    complain('already running: its window is shown, and flags given now change nothing.');
    leave(EXIT.ok);
  }
}

/** Ending before Electron is ready would race with threads that are just starting. */
function leave(code: ExitCode): void {
  void app.whenReady().then(() => app.exit(code));
}

function run(flags: Flags): void {
  const core = bootCore({
    flags,
    pagesDir: PAGES_DIR,
    version,
    async openWriter(cwd) {
      const { default: Store } = await import('electron-store');
      return new Store({ cwd, name: 'settings', configFileMode: 0o600 });
    },
    openSecrets: (userDataDir) =>
      createSecrets({
        file: join(userDataDir, SECRETS_FILE),
        vault: createKeychain(),
        environment: process.env,
      }),
    forkScript: createUtilityFork(SCRIPT_RUNNER),
  });
  let isQuitting = false;
  // A terminal and a parent may both send a signal: the second must neither cut the first short
  // nor call `app.exit` again, which aborts the process.
  const quit = (code: ExitCode = EXIT.ok): void => {
    if (isQuitting) return;
    isQuitting = true;
    void core.stop().then(() => leave(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => quit());
  app.on('before-quit', (event) => {
    event.preventDefault();
    quit();
  });

  registerWindowScheme();
  const started = startCore(core);
  void started.then((code) => {
    // The window can help with a port that is taken, but a flag that is wrong is wrong.
    const isFlagWrong = code === EXIT.badFlag && flags.overrides['server.host'] !== undefined;
    if (isFlagWrong || (flags.headless && code !== EXIT.ok)) quit(code);
  });
  if (!flags.headless) void app.whenReady().then(() => attachShell());

  async function attachShell(): Promise<void> {
    const [hasTray, { createShell }] = await Promise.all([
      hasTrayHost(),
      import('./shell/shell.ts'),
    ]);
    if (flags.hidden && !hasTray) {
      complain('--hidden needs a system tray, and this desktop has none.');
      quit(EXIT.badFlag);
      return;
    }
    const shell = createShell({
      core,
      clock: systemClock,
      pagesDir: PAGES_DIR,
      preloadFile: PRELOAD_FILE,
      iconsDir: ICONS_DIR,
      hasTray,
      quit,
    });
    app.on('second-instance', () => shell.showDashboard());
    if (!flags.hidden) shell.showDashboard();
  }
}
