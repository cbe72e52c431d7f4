/** Tells on standard error what is being done and how long it took; standard output is the app's. */

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An error whose message is all that a user needs to read. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a step that may take long, and says so before and after.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(title, run) {
  say(`• ${title} …`);
  const started = performance.now();
  const result = await run();
  say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
