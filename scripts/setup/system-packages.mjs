/** Makes sure of the system libraries and tools, on Debian and Ubuntu by installing them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { run } from './child.mjs';
import { findCommand } from './commands.mjs';
import { SetupError, step } from './progress.mjs';

/** Alternatives for one need: newer releases renamed some packages to `…t64`. */
const ELECTRON = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxrandr2'],
  ['libxtst6'],
  ['libxss1'],
  ['libnotify4'],
  ['libsecret-1-0'],
  ['fonts-dejavu-core'],
];
const DISPLAY = [['xvfb']];
const TEST = [['dbus'], ['chromium']];

/** What must be there on systems whose packages we do not know. */
const COMMANDS = { display: ['Xvfb'], test: ['Xvfb', 'dbus-run-session', 'dbus-send'] };

/** @param {{ needsDisplay: boolean, forTests: boolean }} needs */
export async function ensureSystemPackages({ needsDisplay, forTests }) {
  if (process.platform !== 'linux') return;
  if (!isDebian()) {
    const commands = forTests ? COMMANDS.test : needsDisplay ? COMMANDS.display : [];
    requireCommands(commands);
    return;
  }
  const needs = [...ELECTRON, ...(needsDisplay ? DISPLAY : []), ...(forTests ? TEST : [])];
  const missing = missingOf(needs.filter(([name]) => !(name === 'chromium' && findChromium())));
  if (missing.length > 0) await install(missing);
}

/** The browser of the overlay tests. */
export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return process.env.CHROMIUM || findCommand(...names);
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly string[]} commands */
function requireCommands(commands) {
  const missing = commands.filter((command) => !findCommand(command));
  if (missing.length === 0) return;
  throw new SetupError(`Please install: ${missing.join(', ')}. Then run this again.`, 2);
}

/**
 * Asks once for all names; a name that is not known is not installed.
 * @param {readonly (readonly string[])[]} needs
 */
function missingOf(needs) {
  const names = needs.flat();
  const format = ['Package', 'db:Status-Status'].map((field) => `\${${field}}`).join(' ');
  const query = ['-W', '-f', `${format}\\n`, ...names];
  const { stdout } = spawnSync('dpkg-query', query, { encoding: 'utf8' });
  const lines = (stdout ?? '').split('\n');
  const installed = new Set(lines.map((line) => /^(\S+) installed$/.exec(line)?.[1]));
  return needs.filter((alternatives) => !alternatives.some((name) => installed.has(name)));
}

/** @param {readonly (readonly string[])[]} missing */
async function install(missing) {
  if (process.getuid?.() !== 0) {
    const names = missing.map((alternatives) => available(alternatives)).join(' ');
    throw new SetupError(
      `Some system packages are missing. This installs them; then run this again:\n\n` +
        `  sudo apt-get install -y --no-install-recommends ${names}\n`,
      2,
    );
  }
  await step('Installing system packages with apt-get (a few minutes, once)', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    const names = [...new Set(missing.map((alternatives) => available(alternatives)))];
    await run('apt-get', ['install', '-qy', '--no-install-recommends', ...names], { env });
  });
}

/**
 * The first alternative that this release has.
 * @param {readonly string[]} alternatives
 */
function available(alternatives) {
  const isKnown = (/** @type {string} */ name) => {
    const policy = execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' });
    return /Candidate: (?!\(none\))/.test(policy);
  };
  return alternatives.find(isKnown) ?? alternatives[0];
}
