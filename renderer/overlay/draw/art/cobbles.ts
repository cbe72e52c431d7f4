/** Round stones of all sizes, close together. */
import { speckle } from '../../sim/noise.ts';

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
      const distance = Math.sqrt(awayX * awayX + awayY * awayY);
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
