/** `npm start -- FLAGS`: sets up what is missing, then runs the app in the real Electron. */
import { build } from './setup/build.mjs';
import { run } from './setup/child.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { hasDisplay, startDisplay } from './setup/display.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { electronSwitches } from './setup/electron-switches.mjs';
import { main } from './setup/lifetime.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { ROOT } from './setup/paths.mjs';
import { APP_NEEDS, installSystemPackages, SCREEN_NEEDS } from './setup/system-packages.mjs';

await main(async () => {
  checkNodeVersion();
  await installDependencies();
  const { executable } = await electronRuntime();
  await installSystemPackages(hasDisplay() ? APP_NEEDS : [...APP_NEEDS, ...SCREEN_NEEDS]);
  await build();
  const display = hasDisplay() ? {} : await startDisplay();
  return run(executable, [...electronSwitches(), ROOT, ...process.argv.slice(2)], {
    alone: true,
    stdout: 1,
    // Editors that are Electron apps themselves leak this one into their terminals.
    env: { ...process.env, ...display, ELECTRON_RUN_AS_NODE: undefined },
  });
});
