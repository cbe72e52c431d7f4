/** `npm run headless -- FLAGS`: sets up what is missing, then runs the core in plain Node. */
import { build } from './setup/build.mjs';
import { run } from './setup/child.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { main } from './setup/lifetime.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { inRoot } from './setup/paths.mjs';

await main(async () => {
  checkNodeVersion();
  await installDependencies();
  await build();
  return run(process.execPath, [inRoot('out/main/headless.cjs'), ...process.argv.slice(2)], {
    alone: true,
    stdout: 1,
  });
});
