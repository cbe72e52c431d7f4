/** How long to wait before the next attempt to connect: longer each time, and never in step. */
import type { Random } from '../../shared/random.ts';

const SHORTEST = 500;
const LONGEST = 15_000;

/** Milliseconds. `failures` is 0 for the first attempt after a link that was stable. */
export function reconnectDelay(failures: number, random: Random): number {
  const middle = Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 16));
  const jittered = middle * (0.75 + random() / 2);
  return Math.min(LONGEST, Math.max(SHORTEST, jittered));
}
