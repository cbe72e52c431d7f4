/** Builds the app into out/, when its sources or what was built have changed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runStep } from './child.mjs';
import { fingerprint } from './fingerprint.mjs';
import { inRoot } from './paths.mjs';
import { step } from './progress.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'shared',
  'assets',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const BUILT = ['out/main', 'out/preload', 'out/renderer'];
const STAMP = inRoot('out/.built-from');

export async function build() {
  const sources = fingerprint(SOURCES);
  const stamp = () => `${sources} ${fingerprint(BUILT)}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp()) return;
  const cli = inRoot('node_modules/electron-vite/bin/electron-vite.js');
  await step('build', 'electron-vite, for the app and its two pages', () =>
    runStep(process.execPath, [cli, 'build']),
  );
  writeFileSync(STAMP, stamp());
}
