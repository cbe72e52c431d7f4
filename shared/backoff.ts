/** How long to wait before the next attempt to connect: longer each time, and never in step. */
import type { Random } from './random.ts';

const SHORTEST = 500;

/**
 * Milliseconds, at most `longest` of them: by chance between a time and twice that time, so that
 * those who lost the same server do not come back as one. `failures` is 0 for the first attempt
 * after a stable link.
 */
export function reconnectDelay(failures: number, longest: number, random: Random): number {
  const least = Math.min(longest / 2, SHORTEST * 2 ** Math.min(failures, 16));
  return least * (1 + random());
}
