/** Proportional memory of a program and all it has started, from Linux's own books. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Pages that several processes share are counted once in the sum.
 * @param {number} pid
 * @returns {{ bytes: number, processes: number }}
 */
export function proportionalMemory(pid) {
  const family = descendants(pid);
  return { bytes: family.reduce((sum, id) => sum + pss(id), 0), processes: family.length };
}

/** The process itself is the first. @param {number} pid */
export function descendants(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statOf(Number(name))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const id of family) family.push(...(children.get(id) ?? []));
  return family;
}

/**
 * The fields after the name, which may contain anything (`man 5 proc_pid_stat`).
 * @param {number} pid
 */
export function statOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** @param {number} pid */
function pss(pid) {
  const [, kibibytes = 0] = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kibibytes) * 1024;
}

/** Empty when the process has just ended. @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
