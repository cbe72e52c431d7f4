/** Processor time of a program and all it has started, from Linux's own books. */
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants, statOf } from './memory.mjs';

/** Linux counts in hundredths of a second (`man 2 sysconf`, _SC_CLK_TCK). */
const TICKS = 100;

/**
 * The share of one core, in percent, that a program takes over a while.
 * @param {number} pid
 * @param {number} milliseconds
 */
export async function processorShare(pid, milliseconds) {
  const [before, startedAt] = [cpuSeconds(pid), performance.now()];
  await sleep(milliseconds);
  return ((cpuSeconds(pid) - before) / (performance.now() - startedAt)) * 1000 * 100;
}

/** @param {number} pid */
function cpuSeconds(pid) {
  // `utime` and `stime` are the 14th and 15th field; the third is the first after the name.
  return descendants(pid).reduce((sum, id) => {
    const fields = statOf(id);
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
  }, 0);
}
