/** Installs the npm packages that the lock file names, when it has changed since the last time. */
import { join } from 'node:path';
import { run } from './child.mjs';
import { MODULES, ROOT } from './paths.mjs';
import { SetupError, step } from './progress.mjs';
import { hashOf, isCurrent, remember } from './stamp.mjs';

const OLDEST_NODE = [20, 19];
const STAMP = join(MODULES, '.d-back-desktop-installed');

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  const needed = OLDEST_NODE.join('.');
  throw new SetupError(`Node ${needed} or newer is needed; this is ${process.versions.node}.`, 2);
}

/** No package needs to run a script of its own. */
export async function installDependencies() {
  checkNode();
  const hash = hashOf(['package-lock.json']);
  if (isCurrent(STAMP, hash)) return;
  await step('Installing npm packages (a minute or so, the first time)', () =>
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      shell: process.platform === 'win32',
    }),
  );
  remember(STAMP, hash);
}
