/** Looks up and installs packages of Debian, Ubuntu and what comes of them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { run, runStep } from './child.mjs';
import { Problem, USER_MUST_ACT } from './problem.mjs';
import { step } from './progress.mjs';

const OS_RELEASE = '/etc/os-release';
const INSTALL = ['install', '-y', '--no-install-recommends'];
/** Seconds to wait for the system's own updates, which may hold the lock. */
const LOCK = ['-o', 'DPkg::Lock::Timeout=120'];

/** `man 5 os-release` */
export function isDebian() {
  if (!existsSync(OS_RELEASE)) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(OS_RELEASE, 'utf8'));
}

/**
 * @param {readonly string[]} names
 * @returns {Set<string>} those of them that are installed
 */
export function installedDebianPackages(names) {
  const format = ['-W', '-f', `\${db:Status-Status} \${Package}\n`];
  const { stdout } = spawnSync('dpkg-query', [...format, ...names], { encoding: 'utf8' });
  return new Set([...(stdout ?? '').matchAll(/^installed (\S+)$/gm)].map(([, name = '']) => name));
}

/** @param {readonly (readonly string[])[]} missing the possible names of each package */
export async function installDebianPackages(missing) {
  if (process.getuid?.() !== 0) {
    const install = ['sudo apt-get', ...INSTALL, ...namesHere(missing)].join(' ');
    throw new Problem(
      `System packages are missing. Please run:\nsudo apt-get update && ${install}`,
      USER_MUST_ACT,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('system packages', 'apt-get, downloads libraries the first time', async () => {
    // One list of several may be out of reach; what counts is whether the packages can be had.
    await run('apt-get', [...LOCK, 'update'], { env });
    await runStep('apt-get', [...LOCK, ...INSTALL, ...namesHere(missing)], { env });
  });
}

/**
 * Of each package's names the one that this release has.
 * @param {readonly (readonly string[])[]} packages
 */
function namesHere(packages) {
  const { stdout } = spawnSync('apt-cache', ['pkgnames'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const known = new Set((stdout ?? '').split('\n'));
  // Without apt's lists only what is installed is known: enough to tell old releases from new.
  const guess = [...known].some((name) => name.endsWith('t64')) ? -1 : 0;
  return packages.map((names) => names.find((name) => known.has(name)) ?? names.at(guess) ?? '');
}
