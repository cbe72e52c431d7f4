/** `npm test -- PLAYWRIGHT_ARGS`: sets up what is missing, checks, builds and runs the tests. */
import { build } from './setup/build.mjs';
import { onLeash, runStep } from './setup/child.mjs';
import { chromium } from './setup/chromium.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { startDisplay } from './setup/display.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { main } from './setup/lifetime.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { runNpm } from './setup/npm.mjs';
import { inRoot } from './setup/paths.mjs';
import { Problem, USER_MUST_ACT } from './setup/problem.mjs';
import { step, summarise } from './setup/progress.mjs';
import {
  APP_NEEDS,
  installSystemPackages,
  SCREEN_NEEDS,
  TEST_NEEDS,
} from './setup/system-packages.mjs';

await main(async () => {
  checkNodeVersion();
  if (process.platform !== 'linux') {
    throw new Problem('The tests need Linux, for Xvfb and a session bus.', USER_MUST_ACT);
  }
  try {
    await installDependencies();
    const { dist, executable } = await electronRuntime();
    await installSystemPackages([...APP_NEEDS, ...SCREEN_NEEDS, ...TEST_NEEDS]);
    await step('check', 'types, lint, boundaries, dead code', () => runNpm(['run', 'check']));
    await build();
    const display = await startDisplay();
    await step('tests', 'in a private screen and session bus', () =>
      playwright({
        ...process.env,
        ...display,
        ELECTRON_RUNTIME: executable,
        ELECTRON_OVERRIDE_DIST_PATH: dist,
        ELECTRON_RUN_AS_NODE: undefined,
        CHROMIUM: chromium(),
      }),
    );
    return 0;
  } finally {
    summarise();
  }
});

/** @param {NodeJS.ProcessEnv} env */
function playwright(env) {
  const cli = inRoot('node_modules/@playwright/test/cli.js');
  // dbus-run-session tells nobody when it is killed: its child needs a leash of its own.
  const command = onLeash(process.execPath, [cli, 'test', ...process.argv.slice(2)]);
  return runStep('dbus-run-session', ['--', ...command], { env, stdout: 1 });
}
