/** Ends a script in order, whatever ends it: its work, an error, a signal or the end of its parent. */
import { constants } from 'node:os';
import { watchNpm } from './npm-watch.mjs';
import { Problem } from './problem.mjs';
import { say } from './progress.mjs';

const controller = new AbortController();

/** Aborted when the script is told to end; the reason carries the exit code. */
export const ending = controller.signal;

/** @type {(() => Promise<void>)[]} */
const farewells = [];

/**
 * Does something when the script ends, last come first served.
 * @param {() => Promise<void>} farewell
 */
export function atEnd(farewell) {
  farewells.unshift(farewell);
}

/**
 * Runs a whole script and ends the process with the exit code that its work answers.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => end(signal));
  }
  // The terminal may be gone; that must not keep us from ending the others.
  process.stderr.on('error', () => undefined);
  watchNpm(() => end('SIGHUP'));
  const code = await work().catch(exitCodeOf);
  for (const farewell of farewells) await farewell();
  process.exit(code);
}

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
function end(signal) {
  controller.abort(new Problem(`ended by ${signal}`, 128 + constants.signals[signal]));
}

/** @param {unknown} error */
function exitCodeOf(error) {
  say(error instanceof Problem ? error.message : inspect(error));
  return error instanceof Problem ? error.exitCode : 1;
}

/** @param {unknown} error */
function inspect(error) {
  return error instanceof Error ? String(error.stack) : String(error);
}
