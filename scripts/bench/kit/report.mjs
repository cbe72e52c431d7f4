/** Prints a table, and the same as JSON, which also goes to `bench-results/`; git ignores that. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../setup/paths.mjs';
import { typical } from './contest.mjs';
import { isPinned } from './processes.mjs';
import { round } from './stats.mjs';

/**
 * @typedef {object} Target
 * @property {string} what
 * @property {number} measured
 * @property {'at least' | 'at most'} bound
 * @property {number} limit
 */

/**
 * @param {string} name
 * @param {Record<string, import('./contest.mjs').Measured[]>} results all rounds, by contender
 * @param {readonly Target[]} targets
 * @returns {Promise<number>} the exit code: a target that is missed on a noisy machine is no failure
 */
export async function report(name, results, targets) {
  const table = rows(results);
  const verdicts = targets.map((target) => ({ ...target, met: isMet(target) }));
  const machine = { os: process.platform, cores: availableParallelism(), pinned: isPinned };
  const summary = { name, time: new Date().toISOString(), machine, table, targets: verdicts };

  console.log(`\n${name}, medians\n\n${renderTable(table)}\n`);
  for (const { what, measured, bound, limit, met } of verdicts) {
    console.log(`${met ? '✔' : '✘'} ${what}: ${round(measured)} (${bound} ${limit})`);
  }
  console.log(`\n${JSON.stringify(summary)}`);

  const folder = join(ROOT, 'bench-results');
  await mkdir(folder, { recursive: true });
  const json = JSON.stringify({ ...summary, rounds: results }, null, 2);
  await writeFile(join(folder, `${name}.json`), `${json}\n`);
  return 0;
}

/** @param {Record<string, import('./contest.mjs').Measured[]>} results */
function rows(results) {
  const medians = Object.entries(results).map(([name, rounds]) => ({
    name,
    ...{ of: typical(rounds) },
  }));
  const names = Object.keys(medians[0]?.of ?? {});
  const entries = names.flatMap((row) =>
    medians.map(({ name, of }) => /** @type {const} */ ([`${row} · ${name}`, of[row] ?? {}])),
  );
  return Object.fromEntries(entries);
}

/** @param {Target} target */
function isMet({ measured, bound, limit }) {
  return bound === 'at least' ? measured >= limit : measured <= limit;
}

/** @param {import('./contest.mjs').Measured} table */
function renderTable(table) {
  const columns = Object.keys(Object.values(table)[0] ?? {});
  const lines = [['', ...columns]];
  for (const [name, row] of Object.entries(table)) {
    lines.push([name, ...columns.map((column) => format(row[column]))]);
  }
  const widths = ['', ...columns].map((_, i) => Math.max(...lines.map((l) => l[i]?.length ?? 0)));
  const align = (/** @type {string} */ text, /** @type {number} */ index) =>
    index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0);
  return lines.map((line) => line.map(align).join('  ')).join('\n');
}

/** @param {number | undefined} value */
function format(value) {
  return value === undefined ? '' : round(value).toLocaleString('en');
}
