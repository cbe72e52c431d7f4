/** What the overlay may cost: the table in the project's design, row for row. */
import { typical } from './contest.mjs';

/** @typedef {'at least' | 'at most'} Bound */
/** @typedef {Record<string, readonly [Bound, number]>} Limits by column */

/** Frames a second as counted over some seconds: a display shows 60, give or take one. */
const SMOOTH = 59;

/** @type {Limits} */
const ALWAYS = {
  speed: ['at least', 0.99],
  'still % of a core': ['at most', 1],
  'hidden % of a core': ['at most', 1],
};
/** @type {Record<number, Limits>} */
const BY_MEMBERS = {
  100: {
    'ready ms': ['at most', 250],
    fps: ['at least', SMOOTH],
    'main ms p50': ['at most', 1.5],
  },
  1000: {
    'ready ms': ['at most', 500],
    fps: ['at least', SMOOTH],
    'main ms p50': ['at most', 4],
    'heap MB late': ['at most', 15],
  },
  5000: {
    'ready ms': ['at most', 1500],
    fps: ['at least', 55],
    'main ms p50': ['at most', 10],
  },
  10000: { 'ready ms': ['at most', 3000], fps: ['at least', 30] },
};
/** Megabytes by which the heap may be larger after a minute: it is flat. */
const GROWTH = 1;

/**
 * @param {Record<string, import('./contest.mjs').Measured[]>} results
 * @param {readonly string[]} contenders whose targets these are
 * @param {readonly number[]} sizes
 * @returns {import('./report.mjs').Target[]}
 */
export function overlayTargets(results, contenders, sizes) {
  return contenders.flatMap((name) =>
    sizes.flatMap((members) => {
      const numbers = typical(results[name] ?? [])[`${members} members`] ?? {};
      const about = `${members} members, ${name}:`;
      const limits = Object.entries({ ...BY_MEMBERS[members], ...ALWAYS });
      const targets = limits.map(([column, [bound, limit]]) => ({
        what: `${about} ${column}`,
        measured: numbers[column] ?? Number.NaN,
        bound,
        limit,
      }));
      const growth = (numbers['heap MB late'] ?? 0) - (numbers['heap MB early'] ?? 0);
      const flat = { what: `${about} growth of the heap, MB`, measured: growth };
      return [...targets, { ...flat, bound: /** @type {const} */ ('at most'), limit: GROWTH }];
    }),
  );
}
