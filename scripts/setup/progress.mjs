/** Says on stderr what is going on, why it takes long, and how long it took. */

/** Milliseconds between two signs of life of a long step. */
const BEAT = 10_000;

/** @type {{ title: string, outcome: string }[]} */
const finished = [];

/** @param {string} line */
export function say(line) {
  process.stderr.write(`setup: ${line}\n`);
}

/**
 * @template T
 * @param {string} title
 * @param {string} what it does, or why it may take long
 * @param {() => Promise<T>} work
 * @param {{ silent?: boolean }} [options] silent: the work itself says nothing while it lasts
 * @returns {Promise<T>}
 */
export async function step(title, what, work, { silent = false } = {}) {
  say(`${title}: ${what} …`);
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const beat = setInterval(() => silent && say(`${title}: still busy after ${seconds()}`), BEAT);
  let verdict = 'failed after';
  try {
    const result = await work();
    verdict = 'done in';
    return result;
  } finally {
    clearInterval(beat);
    const outcome = `${verdict} ${seconds()}`;
    finished.push({ title, outcome });
    say(`${title}: ${outcome}`);
  }
}

/** All steps that were not skipped, with their durations. */
export function summarise() {
  say('summary');
  for (const { title, outcome } of finished) say(`  ${title.padEnd(20)} ${outcome}`);
}
