/** Draws the ground: grass in patches, flowers, a cobbled rim, and the wall the island stands on. */
import { RIM } from '../sim/island.ts';
import type { World } from '../sim/world.ts';
import { type Bitmap, createBitmap, outline, plot } from './bitmap.ts';
import { type Camera, WALL } from './camera.ts';
import { INK, pack, readColor } from './color.ts';
import { cobble, hills } from './noise.ts';
import { plantMeadow } from './plants.ts';
import { HALF_HEIGHT, HALF_WIDTH } from './projection.ts';

const packed = (...colors: string[]): number[] => colors.map((color) => pack(readColor(color)));

const GRASS = packed('#84cb4d', '#92d655', '#9edf60');
const GRASS_EDGE = pack(readColor('#6db53f'));
const STONES = packed('#d5d9e2', '#c9cdd8', '#bcc2cf', '#aeb5c4');
const MORTAR = pack(readColor('#7d869c'));
/** Of a wall's course: lit edge, face, low edge, joint; on the left and on the right. */
const WALLS = [
  packed('#b4bccd', '#9aa2b7', '#858da5', '#565e78'),
  packed('#929ab2', '#79819b', '#686f8b', '#434b66'),
];
/** To a tile, each way. */
const COBBLES = 1.3;
const COURSE = WALL / 2;
const STONE_WIDTH = 9;

export function drawIsland(world: World, camera: Camera): Bitmap {
  const bitmap = createBitmap(camera.width, camera.height);
  for (let x = 0; x < bitmap.width; x += 1) drawColumn(bitmap, world, camera, x);
  plantMeadow(bitmap, world, camera);
  outline(bitmap, pack(INK));
  return bitmap;
}

/** Down a column of pixels: ground as long as there is any, then the wall below its last one. */
function drawColumn(bitmap: Bitmap, world: World, { middle }: Camera, x: number): void {
  let below = WALL;
  for (let y = 0; y < bitmap.height; y += 1) {
    const across = (x + 0.5 - middle.x) / HALF_WIDTH / 2;
    const along = (y + 0.5 - middle.y) / HALF_HEIGHT / 2;
    const color = groundColor(world, along + across, along - across);
    if (color !== 0) {
      plot(bitmap, x, y, color);
      below = 0;
    } else if (below < WALL) {
      plot(bitmap, x, y, wallColor(x - middle.x, below));
      below += 1;
    }
  }
}

/** `x` and `y` in tiles from the middle; 0 off shore. */
function groundColor({ seed, shore, half }: World, x: number, y: number): number {
  const depth = shore(half, x, y);
  if (depth < 0) return 0;
  if (depth < RIM) {
    const { gap, stone } = cobble(seed, x * COBBLES, y * COBBLES);
    return gap < 0.13 ? MORTAR : (STONES[Math.floor(stone * STONES.length)] ?? MORTAR);
  }
  if (depth < RIM + 0.16) return GRASS_EDGE;
  const height = 0.7 * hills(seed, x / 3.4, y / 3.4) + 0.3 * hills(seed + 7, x, y);
  return GRASS[height < 0.4 ? 0 : height < 0.62 ? 1 : 2] ?? GRASS_EDGE;
}

/** `x` from the middle of the island, `down` from the edge of the ground. */
function wallColor(x: number, down: number): number {
  const [lit = 0, face = 0, low = 0, joint = 0] = WALLS[x < 0 ? 0 : 1] ?? [];
  const course = Math.floor(down / COURSE);
  const line = down % COURSE;
  const at = (((x + course * 4) % STONE_WIDTH) + STONE_WIDTH) % STONE_WIDTH;
  if (line === COURSE - 1 || at === 0) return joint;
  if (line === 0) return lit;
  return line === COURSE - 2 || at === STONE_WIDTH - 1 ? low : face;
}
