/** `npm start -- FLAGS`: sets everything up, then runs the app in Electron. */
import { build } from './setup/build.mjs';
import { runProgram, runScript } from './setup/child.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { hasDisplay, startDisplay } from './setup/display.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { electronSwitches } from './setup/electron-switches.mjs';
import { ROOT } from './setup/paths.mjs';
import { say } from './setup/progress.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

await runScript(async () => {
  const needsDisplay = !hasDisplay();
  await installDependencies();
  await ensureSystemPackages({ needsDisplay, forTests: false });
  const electron = await ensureElectron();
  await build();
  const env = { ...process.env };
  if (needsDisplay) {
    env.DISPLAY = await startDisplay();
    say(`There is no display; the window is on Xvfb ${env.DISPLAY}.`);
  }
  const flags = process.argv.slice(2);
  return runProgram(electron, [...electronSwitches(), ROOT, ...flags], { env });
});
