/** `npm test -- ARGS`: sets everything up, checks, builds, and runs all tests (or those ARGS name). */
import { join } from 'node:path';
import { build } from './setup/build.mjs';
import { run, runProgram, runScript } from './setup/child.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { startDisplay } from './setup/display.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { MODULES, ROOT } from './setup/paths.mjs';
import { SetupError, step } from './setup/progress.mjs';
import { ensureSystemPackages, findChromium } from './setup/system-packages.mjs';

const isLinux = process.platform === 'linux';

await runScript(async () => {
  await installDependencies();
  await ensureSystemPackages({ needsDisplay: isLinux, forTests: true });
  const electron = await ensureElectron();
  const chromium = findChromium();
  if (!chromium) throw new SetupError('Please install Chromium, or set CHROMIUM to its path.', 2);
  await step('Checking types, lint, boundaries and dead code', () =>
    run('npm', ['run', '--silent', 'check'], { cwd: ROOT, shell: process.platform === 'win32' }),
  );
  await build();
  // Its own screen and its own session bus: tests never touch the user's.
  const env = { ...process.env, ELECTRON_RUNTIME: electron, CHROMIUM: chromium };
  if (isLinux) env.DISPLAY = await startDisplay();
  const playwright = join(MODULES, '@playwright', 'test', 'cli.js');
  const command = [process.execPath, playwright, 'test', ...process.argv.slice(2)];
  if (isLinux) command.unshift('dbus-run-session', '--');
  return runProgram(command[0] ?? '', command.slice(1), { cwd: ROOT, env });
});
