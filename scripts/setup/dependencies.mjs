/** Installs the npm packages that package-lock.json names, when it has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runNpm } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { step } from './progress.mjs';

/** What was installed last; inside node_modules, so that it goes with it. */
const STAMP = inRoot('node_modules/.d-back-desktop');

export async function installDependencies() {
  // Some packages differ from one platform to the next.
  const wanted = `${process.platform}-${process.arch} ${hashOf(inRoot('package-lock.json'))}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  rmSync(STAMP, { force: true });
  // No package's own script needs to run, so none may.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  await step(
    'dependencies',
    'npm ci, downloads some hundred packages the first time',
    () => runNpm([...args, '--loglevel=error']),
    { silent: true },
  );
  writeFileSync(STAMP, wanted);
}

/** @param {string} file */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
