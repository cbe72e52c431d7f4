/** Contenders in turn, A B A B: what disturbs the machine for a while disturbs all of them alike. */
import { median } from './stats.mjs';

/** What one round of one contender gave: named rows of named numbers. */
/** @typedef {Record<string, Record<string, number>>} Measured */

/**
 * @template {{ readonly name: string }} C
 * @param {readonly C[]} contenders
 * @param {number} rounds
 * @param {(contender: C) => Promise<Measured>} measure
 * @returns {Promise<Record<string, Measured[]>>} all rounds, by contender
 */
export async function contest(contenders, rounds, measure) {
  /** @type {Record<string, Measured[]>} */
  const results = {};
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      process.stderr.write(`round ${round} of ${rounds}: ${contender.name} …\n`);
      const measured = await measure(contender);
      results[contender.name] = [...(results[contender.name] ?? []), measured];
    }
  }
  return results;
}

/** The median of each number over the rounds. @param {readonly Measured[]} rounds */
export function typical(rounds) {
  /** @type {Measured} */
  const result = {};
  for (const [row, numbers] of Object.entries(rounds[0] ?? {})) {
    result[row] = {};
    for (const column of Object.keys(numbers)) {
      result[row][column] = median(rounds.map((round) => round[row]?.[column] ?? Number.NaN));
    }
  }
  return result;
}

/**
 * The median over the rounds of how ours compares with theirs.
 * @param {readonly Measured[] | undefined} ours
 * @param {readonly Measured[] | undefined} theirs
 * @param {string} row
 * @param {string} column
 */
export function ratio(ours = [], theirs = [], row, column) {
  const numberOf = (/** @type {Measured | undefined} */ round) =>
    round?.[row]?.[column] ?? Number.NaN;
  return median(ours.map((round, index) => numberOf(round) / numberOf(theirs[index])));
}
