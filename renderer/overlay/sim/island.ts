/** The shape of the island: a softened square in tiles, with a shore that a seed makes its own. */
import { createRandom } from '../../../shared/random.ts';

/** Tiles: the cobbled rim around the grass, and what keeps a creature's side off the cobbles. */
export const RIM = 1;
const FOOTING = 0.45;

/** Tiles across an island even when it is nearly empty, and per root of its members. */
const SMALLEST = 12;
const PER_ROOT = 3.3;

/**
 * How many tiles a point, given in tiles from the middle, lies inside the shore; negative off
 * shore. Exact near the shore, and good enough to tell inside from outside farther away.
 */
export type Shore = (half: number, x: number, y: number) => number;

/** Half of the island's side, in tiles; growing by it moves nobody, for the middle stays. */
export function halfSideFor(members: number): number {
  return Math.ceil(Math.max(SMALLEST, PER_ROOT * Math.sqrt(members)) / 2);
}

/** The farthest a wave of the shore goes out, in tiles. */
const SWELL = 1.05;

/** Tiles inland from where no wave can reach what lies along the shore. */
const NEAR = SWELL + RIM + FOOTING + 0.5;

/** How far east or west of its middle the island may reach, in tiles along x plus along y. */
export function reachOf(half: number): number {
  return (half + RIM + SWELL) * 2 ** 0.75;
}

/** Three slow waves along the shore. They do not depend on the size: a larger island is a superset. */
export function createShore(seed: number): Shore {
  const random = createRandom(seed);
  const [first, second, third] = [random(), random(), random()].map((turn) => turn * Math.PI * 2);
  return (half, x, y) => {
    const calm = half + RIM - Math.sqrt(Math.sqrt(x * x * x * x + y * y * y * y));
    if (calm < -SWELL || calm > NEAR) return calm;
    const angle = Math.atan2(y, x);
    return (
      calm +
      0.43 * SWELL * Math.sin(2 * angle + (first ?? 0)) +
      0.33 * SWELL * Math.sin(3 * angle + (second ?? 0)) +
      0.24 * SWELL * Math.sin(5 * angle + (third ?? 0))
    );
  };
}

/** Whether somebody can stand there. */
export function isLand(shore: Shore, half: number, x: number, y: number): boolean {
  return shore(half, x, y) >= RIM + FOOTING;
}
