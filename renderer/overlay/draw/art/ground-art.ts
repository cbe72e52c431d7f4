/** Paints the ground: grass in patches, steps, a cobbled shore, and the rock that it floats on. */
import { isLand, RIM } from '../../sim/terrain.ts';
import { type Bitmap, outline, plot } from '../bitmap.ts';
import { INK, pack } from '../color.ts';
import type { Grid, GroundShape } from './art.ts';
import { cobble } from './cobbles.ts';
import { plant, plantBushes } from './plants.ts';
import { createTexture, type Texture } from './texture.ts';
import type { Palette } from './themes.ts';

/** In steps of the terrain: the wall below the shore, and how far the rock hangs below that. */
const WALL = 2.5;
const ROCK = 4;
/** In steps: how far the tips of the rock may be below the southernmost shore. */
const DEEPEST = 6.75;
/** Stones to a tile, each way. */
const COBBLES = 1.3;
/** Cells around the beacon that are cobbled. */
const PLAZA = 1;
/** Lightness at which the next shade of grass begins. */
const SHADES = [0.38, 0.5, 0.62];
const DITHER = 0.035;

interface Painter {
  readonly bitmap: Bitmap;
  readonly shape: GroundShape;
  readonly grid: Grid;
  readonly palette: Palette;
  readonly texture: Texture;
  readonly middleX: number;
  readonly middleY: number;
}

/** Pixels below the lowest ground that belong to the island. */
export function belowGround({ step }: Grid): number {
  return Math.ceil(DEEPEST * step) + 3;
}

export function paintGround(
  bitmap: Bitmap,
  shape: GroundShape,
  grid: Grid,
  palette: Palette,
  middle: { readonly x: number; readonly y: number },
): void {
  const texture = createTexture(shape.seed);
  const painter = { bitmap, shape, grid, palette, texture, middleX: middle.x, middleY: middle.y };
  const tile = tilePixels(grid);
  const reach = shape.half + RIM + 2;
  // From back to front, so that what is in front covers the foot of what is behind.
  for (let row = -2 * reach; row <= 2 * reach; row += 1) {
    for (let x = Math.max(-reach, row - reach); x <= Math.min(reach, row + reach); x += 1) {
      paintCell(painter, tile, x, row - x);
    }
  }
  hangRock(painter);
  plant(bitmap, shape, grid, palette, middle);
  if (grid.halfWidth > 2) outline(bitmap, pack(INK));
  plantBushes(bitmap, shape, grid, palette, middle);
}

/** The pixels of a tile, from its middle: every pixel of the plane belongs to one tile only. */
function tilePixels({ halfWidth, halfHeight }: Grid): readonly (readonly [number, number])[] {
  const pixels: (readonly [number, number])[] = [];
  for (let y = -halfHeight; y < halfHeight; y += 1) {
    for (let x = -halfWidth; x < halfWidth; x += 1) {
      const across = (x + 0.5) / halfWidth / 2;
      const along = (y + 0.5) / halfHeight / 2;
      const isInside = Math.round(along + across) === 0 && Math.round(along - across) === 0;
      if (isInside) pixels.push([x, y]);
    }
  }
  return pixels;
}

function paintCell(
  { bitmap, shape, grid, palette, texture, middleX, middleY }: Painter,
  tile: readonly (readonly [number, number])[],
  x: number,
  y: number,
): void {
  const { half } = shape;
  const depth = shape.depth(half, x, y);
  if (depth < -1) return;
  const height = isLand(shape, half, x, y) ? shape.heightAt(x, y) : 0;
  const { halfWidth, halfHeight, step } = grid;
  const left = middleX + (x - y) * halfWidth;
  const top = middleY + (x + y) * halfHeight;
  const isInland = depth > RIM + 2;
  const isPlaza = Math.abs(x) <= PLAZA && Math.abs(y) <= PLAZA;
  for (const [across, down] of tile) {
    const right = (across + 0.5) / halfWidth / 2;
    const along = (down + 0.5) / halfHeight / 2;
    const tileX = x + along + right;
    const tileY = y + along - right;
    const inside = isInland ? depth : shape.depth(half, tileX, tileY);
    if (inside < 0) continue;
    const color =
      inside < RIM || isPlaza
        ? stoneColor(shape.seed, palette, tileX, tileY)
        : inside < RIM + 0.16
          ? palette.grassEdge
          : grassColor(palette, texture, tileX, tileY, left + across + top + down, height);
    const line = top + down - height * step;
    plot(bitmap, left + across, line, color);
    // What is higher shows its side, until what is in front of it covers that.
    const side = palette.cliff[across < 0 ? 0 : 1];
    for (let under = 1; under <= height * step; under += 1) {
      plot(bitmap, left + across, line + under, under === 1 ? palette.grassEdge : side);
    }
  }
}

function grassColor(
  { grass }: Palette,
  texture: Texture,
  x: number,
  y: number,
  checker: number,
  height: number,
): number {
  const dither = (checker & 1) === 0 ? DITHER : -DITHER;
  const value = texture.at(x, y) + dither + height * 0.09;
  let shade = 0;
  for (const limit of SHADES) if (value > limit) shade += 1;
  return grass[shade] ?? 0;
}

function stoneColor(seed: number, { stones, mortar }: Palette, x: number, y: number): number {
  const { gap, stone } = cobble(seed, x * COBBLES, y * COBBLES);
  return gap < 0.13 ? mortar : (stones[Math.floor(stone * stones.length)] ?? mortar);
}

/** Down every column: below the last ground a wall of two courses, and ragged rock below that. */
function hangRock(painter: Painter): void {
  const { bitmap, grid, palette, texture, middleX } = painter;
  const { width, height, pixels } = bitmap;
  const wall = Math.round(WALL * grid.step);
  const depths = rockDepths(painter);
  for (let x = 0; x < width; x += 1) {
    const rock = depths[x] ?? 0;
    let below = Number.POSITIVE_INFINITY;
    for (let y = 0; y < height; y += 1) {
      if (pixels[y * width + x] !== 0) below = 0;
      else if (below < wall + rock) {
        const color =
          below < wall
            ? wallColor(palette, x - middleX, below, wall)
            : rockColor(palette, texture, x - middleX, below - wall, rock);
        pixels[y * width + x] = color;
        below += 1;
      }
    }
  }
}

/** By column, in pixels: as ragged as chance has it, but no tip is deeper than `DEEPEST`. */
function rockDepths({ bitmap, grid, texture, middleX }: Painter): readonly number[] {
  const { step } = grid;
  const shores = Array.from({ length: bitmap.width }, (_, x) => lowestPixel(bitmap, x));
  const deepest = Math.max(...shores) + (DEEPEST - WALL) * step;
  const ragged = shores.map((_, x) => texture.at((x - middleX) / 9 / (step / 4), 3.5) ** 2);
  const depths = ragged.map((share) => step * ROCK * (0.25 + 2 * share));
  const shares = depths.map((depth, x) => (deepest - (shores[x] ?? 0)) / depth);
  const most = Math.min(1, ...shares);
  return depths.map((depth) => Math.round(depth * most));
}

/** The row of the lowest painted pixel of a column; -1 when there is none. */
function lowestPixel({ width, height, pixels }: Bitmap, x: number): number {
  for (let y = height - 1; y >= 0; y -= 1) if (pixels[y * width + x] !== 0) return y;
  return -1;
}

/** `x` from the middle of the island, `down` from the edge of the ground. */
function wallColor({ walls }: Palette, x: number, down: number, wall: number): number {
  const [lit = 0, face = 0, low = 0, joint = 0] = walls[x < 0 ? 0 : 1] ?? [];
  const course = Math.max(2, Math.round(wall / 2));
  const stone = course * 2 - 1;
  const line = down % course;
  const at = (((x + Math.floor(down / course) * (course - 1)) % stone) + stone) % stone;
  if (line === course - 1 || at === 0) return joint;
  if (line === 0) return lit;
  return line === course - 2 || at === stone - 1 ? low : face;
}

function rockColor(
  { rock }: Palette,
  texture: Texture,
  x: number,
  down: number,
  deep: number,
): number {
  const shade = down / deep + (texture.at(x / 5, down / 4) - 0.5) + (x < 0 ? 0 : 0.2);
  return rock[shade < 0.3 ? 0 : shade < 0.7 ? 1 : 2] ?? 0;
}
