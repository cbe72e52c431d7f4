/** `npm run headless -- FLAGS`: installs, builds, and runs the core in plain Node. */
import { join } from 'node:path';
import { build } from './setup/build.mjs';
import { runProgram, runScript } from './setup/child.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { OUT } from './setup/paths.mjs';

await runScript(async () => {
  await installDependencies();
  await build();
  const flags = process.argv.slice(2);
  return runProgram(process.execPath, [join(OUT, 'main', 'headless.cjs'), ...flags]);
});
