/** Chance with a place: the same spot of the same island always gets the same number. */

/** From 0 to 1, without any relation between neighbours. */
export function speckle(seed: number, x: number, y: number): number {
  let bits = seed ^ Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 0x100000000;
}

/** From 0 to 1, in soft hills one unit wide. */
export function hills(seed: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = smooth(x - left);
  const upper = row(seed, left, top, across);
  return upper + (row(seed, left, top + 1, across) - upper) * smooth(y - top);
}

function row(seed: number, left: number, line: number, across: number): number {
  const start = speckle(seed, left, line);
  return start + (speckle(seed, left + 1, line) - start) * across;
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
