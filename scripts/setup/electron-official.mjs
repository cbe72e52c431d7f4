/** The official Electron, in the version that package.json pins. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { ending } from './lifetime.mjs';
import { inRoot } from './paths.mjs';
import { say, step } from './progress.mjs';

const PACKAGE = inRoot('node_modules/electron');
const DIST = join(PACKAGE, 'dist');
const PROBE_TIMEOUT = 5_000;
const RELEASES = 'https://github.com/electron/electron/releases/download/';

/** @returns {string} */
export function officialVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** @returns {string | undefined} the folder it is in, when it is there */
export function findOfficial() {
  // Its installer writes path.txt last, so that half an Electron is never taken for a whole one.
  const pathFile = join(PACKAGE, 'path.txt');
  const versionFile = join(DIST, 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  const executable = join(DIST, readFileSync(pathFile, 'utf8'));
  return version === officialVersion() && existsSync(executable) ? DIST : undefined;
}

/**
 * @param {{ quickly: boolean }} options quickly: look first whether the server answers at all
 * @returns {Promise<string | undefined>} the folder it is in, unless it could not be had
 */
export async function downloadOfficial({ quickly }) {
  if (quickly && !(await answers(downloadUrl()))) return undefined;
  const code = await step('electron', `downloads Electron ${officialVersion()}, 120 MB`, () =>
    run(process.execPath, [join(PACKAGE, 'install.js')]),
  );
  ending.throwIfAborted();
  if (code === 0) return findOfficial();
  say('electron: that was no success, see above');
  return undefined;
}

/** As Electron's own installer composes it. */
function downloadUrl() {
  const mirror = process.env['npm_config_electron_mirror'] || process.env['ELECTRON_MIRROR'];
  const version = officialVersion();
  const folder = process.env['ELECTRON_CUSTOM_DIR'] || `v${version}`;
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return `${mirror || RELEASES}${folder.replace('{{ version }}', version)}/${file}`;
}

/** @param {string} url */
async function answers(url) {
  say(`electron: asking ${new URL(url).host}, for ${PROBE_TIMEOUT / 1000} s at most …`);
  try {
    const signal = AbortSignal.any([ending, AbortSignal.timeout(PROBE_TIMEOUT)]);
    const { ok, status } = await fetch(url, { method: 'HEAD', signal });
    if (!ok) say(`electron: not to be had there (HTTP ${status})`);
    return ok;
  } catch {
    ending.throwIfAborted();
    say('electron: no answer');
    return false;
  }
}
