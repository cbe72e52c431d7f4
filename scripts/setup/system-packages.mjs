/** What Electron and the tests need from the system, installed where that is Debian or Ubuntu. */
import { chromium } from './chromium.mjs';
import { installDebianPackages, installedDebianPackages, isDebian } from './debian.mjs';
import { findCommand } from './find-command.mjs';
import { Problem, USER_MUST_ACT } from './problem.mjs';

/**
 * @typedef {object} Need
 * @property {readonly string[]} names of the package: older releases first, newer ones (t64) last
 * @property {() => boolean} [isThere] for programs, which can come from anywhere
 */

/** GTK brings X11, ATK, Cairo and Pango. @type {readonly Need[]} */
const ELECTRON = [
  { names: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { names: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'] },
  { names: ['libcups2', 'libcups2t64'] },
  { names: ['libasound2', 'libasound2t64'] },
  { names: ['libgbm1'] },
  { names: ['libnss3'] },
  { names: ['libxkbcommon0'] },
  // These it opens only when it needs them.
  { names: ['libnotify4'] },
  { names: ['libsecret-1-0'] },
  { names: ['xdg-utils'], isThere: () => has('xdg-open') },
];

/** @type {readonly Need[]} */
export const APP_NEEDS = process.platform === 'linux' ? ELECTRON : [];

/** @type {readonly Need[]} */
export const SCREEN_NEEDS = [{ names: ['xvfb'], isThere: () => has('Xvfb') }];

/** @type {readonly Need[]} */
export const TEST_NEEDS = [
  { names: ['dbus'], isThere: () => has('dbus-run-session') && has('dbus-send') },
  { names: ['chromium', 'chromium-browser'], isThere: () => chromium() !== undefined },
  // Where secrets go on a desktop: a real one, for a test on a bus of its own.
  { names: ['gnome-keyring'], isThere: () => has('gnome-keyring-daemon') },
  // What is written in a picture is compared, in every script.
  { names: ['fonts-dejavu-core'] },
  { names: ['fonts-droid-fallback'] },
  { names: ['fonts-noto-color-emoji'] },
  // Bots in Python are real ones: they run in Debian's own interpreter.
  { names: ['python3'] },
  { names: ['python3-websockets'] },
  // A server that nobody vouches for has a certificate of its own.
  { names: ['openssl'], isThere: () => has('openssl') },
  // Another machine in the network is a network namespace.
  { names: ['iproute2'], isThere: () => has('ip') },
];

/** @param {readonly Need[]} needs */
export async function installSystemPackages(needs) {
  if (isDebian()) {
    const installed = installedDebianPackages(needs.flatMap(({ names }) => names));
    const missing = needs.filter(
      ({ names, isThere }) => !(isThere?.() ?? names.some((name) => installed.has(name))),
    );
    if (missing.length > 0) await installDebianPackages(missing.map(({ names }) => names));
    return;
  }
  const missing = needs.filter(({ isThere }) => isThere?.() === false);
  if (missing.length === 0) return;
  const names = missing.map(({ names }) => names[0]).join(', ');
  throw new Problem(`Please install with your system's package manager: ${names}`, USER_MUST_ACT);
}

/** @param {string} command */
function has(command) {
  return findCommand(command) !== undefined;
}
