/** Child processes that answer questions over Node's IPC, each kept on one core. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { launch as launchProgram } from '../../setup/child.mjs';
import { atEnd, ending } from '../../setup/lifetime.mjs';

/** Server and clients take no time from each other; the benchmark itself only waits. */
export const SERVER_CORE = 0;
export const CLIENT_CORE = 1;

const TASKSET = ['/usr/bin/taskset', '/bin/taskset'].find((file) => existsSync(file));
/** Of what a child writes to standard error, for the message when it fails. */
const KEPT = 4_000;

export const isPinned = TASKSET !== undefined && availableParallelism() > 1;

/** @typedef {ReturnType<typeof launch>} Child */

/**
 * @param {readonly string[]} command
 * @param {{ core?: number, env?: NodeJS.ProcessEnv, ipc?: boolean }} [options]
 */
export function launch(command, { core, env = process.env, ipc = true } = {}) {
  const pin = isPinned && core !== undefined ? [String(TASKSET), '-c', String(core)] : [];
  const [file = '', ...args] = [...pin, ...command];
  ending.throwIfAborted();
  const { child, end } = launchProgram(file, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? /** @type {const} */ (['ipc']) : [])],
  });
  atEnd(() => end());
  const onEnding = () => void end();
  ending.addEventListener('abort', onEnding);
  child.once('close', () => ending.removeEventListener('abort', onEnding));
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors = (errors + data).slice(-KEPT);
  });

  /**
   * The value of the next message that has this key.
   * @param {string} key
   * @returns {Promise<any>}
   */
  const next = (key) =>
    new Promise((resolve, reject) => {
      const onMessage = (/** @type {any} */ message) => {
        if (!(key in message)) return;
        forget();
        resolve(message[key]);
      };
      const onExit = () => {
        forget();
        const message = `${command.at(-1)} ended before "${key}".\n${errors}`;
        reject(ending.aborted ? ending.reason : new Error(message));
      };
      const forget = () => child.off('message', onMessage).off('exit', onExit);
      child.on('message', onMessage).on('exit', onExit);
    });

  /**
   * The answer to a question comes under its own name.
   * @param {string} question
   * @param {object} [options]
   */
  const ask = (question, options = {}) => {
    const answer = next(question);
    child.send({ ask: question, ...options });
    return answer;
  };

  return {
    child,
    pid: child.pid ?? 0,
    next,
    ask,
    end: () => end(),
    errors: () => errors,
  };
}
