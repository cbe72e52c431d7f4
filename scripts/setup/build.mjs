/** Builds `out/` when a source has changed since the last build. */
import { join } from 'node:path';
import { run } from './child.mjs';
import { MODULES, OUT, ROOT } from './paths.mjs';
import { step } from './progress.mjs';
import { hashOf, isCurrent, remember } from './stamp.mjs';

const SOURCES = [
  'assets',
  'electron.vite.config.ts',
  'main',
  'package-lock.json',
  'package.json',
  'preload',
  'renderer',
  'shared',
  'tsconfig.json',
];
const STAMP = join(OUT, '.built-from');

export async function build() {
  const hash = hashOf(SOURCES);
  if (isCurrent(STAMP, hash)) return;
  const tool = join(MODULES, 'electron-vite', 'bin', 'electron-vite.js');
  await step('Building the app', () =>
    run(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: ROOT }),
  );
  remember(STAMP, hash);
}
