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
  const down = smooth(y - top);
  const row = (line: number): number => {
    const start = speckle(seed, left, line);
    return start + (speckle(seed, left + 1, line) - start) * across;
  };
  const upper = row(top);
  return upper + (row(top + 1) - upper) * down;
}

/** How near a point is to the gap between two stones (0 in it), and which stone it is on. */
export function cobble(seed: number, x: number, y: number): { gap: number; stone: number } {
  let nearest = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let stone = 0;
  for (let cellX = Math.floor(x) - 1; cellX <= Math.floor(x) + 1; cellX += 1) {
    for (let cellY = Math.floor(y) - 1; cellY <= Math.floor(y) + 1; cellY += 1) {
      const jitter = speckle(seed, cellX, cellY);
      const awayX = x - cellX - 0.2 - 0.6 * jitter;
      const awayY = y - cellY - 0.2 - 0.6 * speckle(seed + 1, cellX, cellY);
      const distance = Math.hypot(awayX, awayY);
      if (distance < nearest) {
        second = nearest;
        nearest = distance;
        stone = jitter;
      } else if (distance < second) {
        second = distance;
      }
    }
  }
  return { gap: second - nearest, stone };
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
