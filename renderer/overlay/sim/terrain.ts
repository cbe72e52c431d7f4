/** The land: a softened square in tiles whose shore and heights a seed makes its own. */
import { createRandom } from '../../../shared/random.ts';
import { hills } from './noise.ts';

export interface Terrain {
  /**
   * How many tiles a point, given in tiles from the middle, lies inside the shore; negative off
   * shore. Exact near the shore, and good enough to tell inside from outside farther away.
   */
  depth(half: number, x: number, y: number): number;
  /** Steps above the lowest ground, 0 to 2, of a cell. They do not depend on the island's size. */
  heightAt(x: number, y: number): number;
}

/** Tiles: the cobbled rim around the grass, and what keeps a creature's side off the cobbles. */
export const RIM = 1;
const FOOTING = 0.45;

/** Tiles across an island even when it is nearly empty, and per root of its members. */
const SMALLEST = 12;
const PER_ROOT = 3.3;
/** A crowd stands closer: beyond so many members the side grows with a smaller power of them. */
const CROWD = 400;
const CROWDED_POWER = 0.405;

/** Half of the island's side, in tiles; growing by it moves nobody, for the middle stays. */
export function halfSideFor(members: number): number {
  const loose = PER_ROOT * Math.sqrt(Math.min(members, CROWD));
  const side = members <= CROWD ? loose : loose * (members / CROWD) ** CROWDED_POWER;
  return Math.ceil(Math.max(SMALLEST, side) / 2);
}

/** The farthest a wave of the shore goes out, in tiles. */
const SWELL = 1.05;
/** Tiles inland from where no wave can reach what lies along the shore. */
const NEAR = SWELL + RIM + FOOTING + 0.5;

/** How far east or west of its middle the island may reach, in tiles along x plus along y. */
export function reachOf(half: number): number {
  return (half + RIM + SWELL) * 2 ** 0.75;
}

/**
 * How far the shore is from the island's middle as it is seen: to the sides in tile widths, and up
 * and down in tile heights.
 */
export interface Extent {
  readonly across: number;
  readonly up: number;
  readonly down: number;
}

/** Directions in which the shore is looked for, and halvings of the way to it. */
const DIRECTIONS = 180;
const HALVINGS = 16;

export function extentOf({ depth }: Terrain, half: number): Extent {
  let [across, up, down] = [0, 0, 0];
  for (let direction = 0; direction < DIRECTIONS; direction += 1) {
    const angle = (direction / DIRECTIONS) * Math.PI * 2;
    const [right, along] = [Math.cos(angle), Math.sin(angle)];
    let [inside, outside] = [0, reachOf(half)];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (inside + outside) / 2;
      if (depth(half, right * middle, along * middle) > 0) inside = middle;
      else outside = middle;
    }
    across = Math.max(across, (Math.abs(right - along) * outside) / 2);
    up = Math.max(up, (-(right + along) * outside) / 2);
    down = Math.max(down, ((right + along) * outside) / 2);
  }
  return { across, up, down };
}

/** Tiles from one plateau to the next, and the lot of ground that is higher by a step, or two. */
const PLATEAU = 6.5;
const FIRST_STEP = 0.66;
const SECOND_STEP = 0.84;
/** Cells across the land of which heights are kept once they are known: each is asked for in every picture. */
const KNOWN = 512;
/** Around the beacon, in tiles: flat. */
const PLAZA = 2;

export function createTerrain(seed: number): Terrain {
  const random = createRandom(seed);
  const [first, second, third] = [random(), random(), random()].map((turn) => turn * Math.PI * 2);
  const heights = new Uint8Array(KNOWN * KNOWN);
  const heightAt = (x: number, y: number): number => {
    if (Math.abs(x) <= PLAZA && Math.abs(y) <= PLAZA) return 0;
    const height = hills(seed + 99, x / PLATEAU, y / PLATEAU);
    return height < FIRST_STEP ? 0 : height < SECOND_STEP ? 1 : 2;
  };
  return {
    /** Three slow waves. They do not depend on the size: a larger island is a superset. */
    depth(half, x, y) {
      const calm = half + RIM - Math.sqrt(Math.sqrt(x * x * x * x + y * y * y * y));
      if (calm < -SWELL || calm > NEAR) return calm;
      const angle = Math.atan2(y, x);
      return (
        calm +
        0.43 * SWELL * Math.sin(2 * angle + (first ?? 0)) +
        0.33 * SWELL * Math.sin(3 * angle + (second ?? 0)) +
        0.24 * SWELL * Math.sin(5 * angle + (third ?? 0))
      );
    },
    heightAt(x, y) {
      const [column, row] = [x + KNOWN / 2, y + KNOWN / 2];
      const isNear = column >= 0 && row >= 0 && column < KNOWN && row < KNOWN;
      if (!isNear) return heightAt(x, y);
      // 0: not known yet.
      const known = heights[row * KNOWN + column] as number;
      if (known > 0) return known - 1;
      const height = heightAt(x, y);
      heights[row * KNOWN + column] = height + 1;
      return height;
    },
  };
}

/** Whether the ground of a cell can bear somebody. */
export function isLand(terrain: Terrain, half: number, x: number, y: number): boolean {
  return terrain.depth(half, x, y) >= RIM + FOOTING;
}
