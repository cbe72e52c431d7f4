/** The statistics the benchmarks need. */

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5 is the median; 0.99 what one in a hundred exceeds
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.max(0, rank)] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5);
}

/** Three digits, as many as noisy machines are worth. @param {number} value */
export function round(value) {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}
