/** How long to wait before the next attempt to connect: longer each time, and never in step. */
import type { Random } from '../../shared/random.ts';

const SHORTEST = 500;
const LONGEST = 15_000;

/**
 * Milliseconds: by chance between a time and twice that time, so that those who lost the same
 * server do not come back as one. `failures` is 0 for the first attempt after a stable link.
 */
export function reconnectDelay(failures: number, random: Random): number {
  const least = Math.min(LONGEST / 2, SHORTEST * 2 ** Math.min(failures, 16));
  return least * (1 + random());
}
