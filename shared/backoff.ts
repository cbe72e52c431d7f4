/** How long to wait before the next attempt to connect: longer each time, and never in step. */
import type { Random } from './random.ts';

const SHORTEST = 500;

/**
 * Milliseconds, at most `longest` of them. `failures` is 0 for the first attempt after a link that
 * was stable.
 */
export function reconnectDelay(failures: number, longest: number, random: Random): number {
  const middle = Math.min(longest, SHORTEST * 2 ** Math.min(failures, 16));
  const jittered = middle * (0.75 + random() / 2);
  return Math.min(longest, Math.max(SHORTEST, jittered));
}
