/** Runs other programs, one after the other, and ends them when this one is told to end. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from './lifetime.mjs';
import { ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';

/** Milliseconds between asking a program to end and killing it. */
const GRACE = 5_000;
const POLL = 50;
const LEASH = ['setpriv', '--pdeathsig', 'TERM', '--'];
const IS_WINDOWS = process.platform === 'win32';

/**
 * @typedef {object} Options
 * @property {boolean} [alone] signals go to the program itself, not to all that it started
 * @property {1 | 2} [stdout] where its standard output goes: only the app may use ours
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd] ours, unless given
 */

/**
 * Runs a program to its end and answers with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export async function run(command, args, { alone = false, stdout = 2, ...options } = {}) {
  ending.throwIfAborted();
  const program = launch(command, args, { ...options, stdio: ['ignore', stdout, 2] });
  /** @type {Promise<void> | undefined} */
  let ended;
  const onEnding = () => {
    ended = program.end({ alone });
  };
  ending.addEventListener('abort', onEnding);
  const code = await program.exited.finally(() => ending.removeEventListener('abort', onEnding));
  await ended;
  return code;
}

/**
 * The same for a step of the set-up: it runs in the project's folder and must succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export async function runStep(command, args, options) {
  const code = await run(command, args, { cwd: ROOT, ...options });
  ending.throwIfAborted();
  const name = basename(command === process.execPath ? (args[0] ?? command) : command);
  if (code !== 0) throw new Problem(`${name} failed with exit code ${code}`, code);
}

/**
 * Starts a program in a process group of its own. A terminal sends Ctrl-C to the whole group in
 * front, and npm passes it on besides; this way each program hears of it once, and from us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function launch(command, args, options) {
  const [file = '', ...rest] = onLeash(command, args);
  const child = spawn(file, rest, { ...options, detached: !IS_WINDOWS });
  /** @type {Promise<number>} */
  const exited = new Promise((resolve, reject) => {
    child.once('error', ({ message }) => reject(new Problem(`${command}: ${message}`)));
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    );
  });

  const end = async ({ alone = true } = {}) => {
    const send = alone || IS_WINDOWS ? child.kill.bind(child) : killGroup.bind(null, child.pid);
    const deadline = Date.now() + GRACE;
    send('SIGTERM');
    await Promise.race([exited, sleep(GRACE)]);
    while (!alone && killGroup(child.pid, 0) && Date.now() < deadline) await sleep(POLL);
    send('SIGKILL');
  };
  return { child, exited, end };
}

/** @type {boolean | undefined} */
let hasLeash;

/**
 * Linux can end a program when we die, even by SIGKILL (`man 2 prctl`, PR_SET_PDEATHSIG).
 * @param {string} command
 * @param {readonly string[]} args
 */
export function onLeash(command, args) {
  const [file = '', ...options] = LEASH;
  hasLeash ??= process.platform === 'linux' && spawnSync(file, [...options, 'true']).status === 0;
  return [...(hasLeash ? LEASH : []), command, ...args];
}

/**
 * @param {number | undefined} leader
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anybody heard it
 */
function killGroup(leader, signal) {
  try {
    return leader !== undefined && process.kill(-leader, signal);
  } catch {
    return false;
  }
}
