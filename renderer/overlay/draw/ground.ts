/** The island without its inhabitants, painted once and copied into every picture. */
import { reachOf } from '../sim/terrain.ts';
import type { World } from '../sim/world.ts';
import type { Art, Grid } from './art/art.ts';
import { type Bitmap, createBitmap } from './bitmap.ts';
import { copyRows } from './blit.ts';

/** In tile heights: the sky over the island in which those who come and go are seen. */
const SKY = 18;

export interface Ground {
  readonly world: World;
  readonly half: number;
  readonly bitmap: Bitmap;
  /** The pixel of the island's middle. */
  readonly middleX: number;
  readonly middleY: number;
}

export function paintGround(art: Art, grid: Grid, world: World): Ground {
  const { terrain, seed, half } = world;
  const reach = Math.ceil(reachOf(half)) + 1;
  const middleX = reach * grid.halfWidth;
  const middleY = reach * grid.halfHeight + SKY * 2 * grid.halfHeight;
  const height = middleY + reach * grid.halfHeight + art.below;
  const bitmap = createBitmap(2 * middleX, height);
  const ground = { seed, half, depth: terrain.depth, heightAt: terrain.heightAt };
  art.paintGround(bitmap, ground, middleX, middleY);
  return { world, half, bitmap, middleX, middleY };
}

/** The part of the picture that the island and its sky cover. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `x` and `y`: the middle of the island in the picture. */
export function regionOf(
  { bitmap, middleX, middleY }: Ground,
  picture: Bitmap,
  x: number,
  y: number,
): Region {
  const left = Math.max(0, x - middleX);
  const top = Math.max(0, y - middleY);
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(picture.width, x - middleX + bitmap.width) - left),
    height: Math.max(0, Math.min(picture.height, y - middleY + bitmap.height) - top),
  };
}

export function copyGround(
  ground: Ground,
  picture: Bitmap,
  region: Region,
  x: number,
  y: number,
): void {
  const source = { x: region.x - x + ground.middleX, y: region.y - y + ground.middleY };
  copyRows(ground.bitmap, source, picture, region);
}
