/** Scatters tufts, flowers and mushrooms over the ground and bushes along the shore. */
import { hills, speckle } from '../../sim/noise.ts';
import { isLand, RIM } from '../../sim/terrain.ts';
import { type Bitmap, createBitmap, outline, stamp } from '../bitmap.ts';
import { blit } from '../blit.ts';
import { INK, pack, readColor } from '../color.ts';
import { cutOut } from '../cutout.ts';
import type { Grid, GroundShape, Sprite } from './art.ts';
import type { Palette } from './themes.ts';

const FLOWERS: readonly (readonly string[])[] = [
  ['.p.', 'pyp', '.p.', '.d.'],
  ['.w.', 'wyw', '.w.', '.d.'],
  ['.v.', 'vyv', '.v.', '.d.'],
];
const TUFTS: readonly (readonly string[])[] = [
  ['d.d', '.d.'],
  ['l..l', '.dd.'],
  ['d', 'd'],
  ['l.'],
];
const PEBBLE: readonly string[] = ['.s.', 'ssk'];
const MUSHROOM: readonly string[] = ['.mm.', 'mnmm', '.nn.'];

const BUSHES: Readonly<Record<Palette['bush'], readonly string[]>> = {
  round: [
    '...ll.....',
    '..llgg.g..',
    '.lgggglgg.',
    'lggpggggdg',
    'gggggdgpdd',
    '.gdggdddd.',
    '...tt.t...',
  ],
  fir: [
    '....l....',
    '...lgd...',
    '...ggd...',
    '..lggdd..',
    '..gggdd..',
    '.lgggddd.',
    '.ggggddd.',
    '....t....',
  ],
  cactus: [
    '....lg...',
    '....lg.lg',
    'lg..lg.lg',
    'lg..lggg.',
    '.ggglg...',
    '....lg...',
    '....lg...',
  ],
};
const BUSH_GREENS: Readonly<Record<Palette['bush'], readonly [string, string, string]>> = {
  round: ['#7cc957', '#4f9a45', '#357a41'],
  fir: ['#e9f5fb', '#4d8a78', '#33665f'],
  cactus: ['#8fcb6b', '#5b9f56', '#3f7d4a'],
};

/** How many of a patch's spots bear a flower, of how many spots a mushroom or a pebble grows. */
const IN_PATCH = 0.5;
const PEBBLES = 0.012;
const MUSHROOMS = 0.02;
/** Of the shore's cells. */
const BUSHY = 0.09;

interface Middle {
  readonly x: number;
  readonly y: number;
}

/** What is low enough to walk over. */
export function plant(
  bitmap: Bitmap,
  shape: GroundShape,
  grid: Grid,
  palette: Palette,
  middle: Middle,
): void {
  const { seed, half } = shape;
  const reach = half + RIM;
  // Two spots to a tile each way.
  for (let u = -2 * reach; u <= 2 * reach; u += 1) {
    for (let v = -2 * reach; v <= 2 * reach; v += 1) {
      const plant = plantAt(seed, u, v, palette);
      if (!plant) continue;
      const x = u / 2 + speckle(seed + 11, u, v) * 0.4;
      const y = v / 2 + speckle(seed + 12, u, v) * 0.4;
      if (shape.depth(half, x, y) < RIM + 0.4 || (Math.abs(x) < 2 && Math.abs(y) < 2)) continue;
      const at = placeOf(shape, grid, middle, x, y);
      // Where a plant would be larger than a creature, a dot of its colour stands for it.
      const rows = grid.halfWidth >= 8 ? plant : [plant[0]?.replaceAll('.', '').slice(0, 1) ?? ''];
      if (grid.halfWidth > 2) stamp(bitmap, at.x - 1, at.y - 1, rows, palette.plants);
    }
  }
}

/** Along the shore behind the island's middle, where they hide nobody. */
export function plantBushes(
  bitmap: Bitmap,
  shape: GroundShape,
  grid: Grid,
  palette: Palette,
  middle: Middle,
): void {
  if (grid.halfWidth < 8) return;
  const bush = cutOut(drawBush(palette));
  const { seed, half } = shape;
  const reach = half + RIM + 1;
  for (let row = -2 * reach; row < 0; row += 1) {
    for (let x = Math.max(-reach, row - reach); x <= Math.min(reach, row + reach); x += 1) {
      const y = row - x;
      const depth = shape.depth(half, x, y);
      const isShore = depth > 0.7 && !isLand(shape, half, x, y);
      if (!isShore || speckle(seed + 31, x, y) > BUSHY * 3) continue;
      const at = placeOf(shape, grid, middle, x, y);
      blit(bitmap, bush, at.x - bush.anchorX, at.y - bush.anchorY);
    }
  }
}

function placeOf(shape: GroundShape, grid: Grid, middle: Middle, x: number, y: number): Middle {
  const [cellX, cellY] = [Math.round(x), Math.round(y)];
  const height = isLand(shape, shape.half, cellX, cellY) ? shape.heightAt(cellX, cellY) : 0;
  return {
    x: middle.x + Math.round((x - y) * grid.halfWidth),
    y: middle.y + Math.round((x + y) * grid.halfHeight) - height * grid.step,
  };
}

function drawBush({ bush, plants }: Palette): Sprite {
  const rows = BUSHES[bush];
  const bitmap = createBitmap((rows[0]?.length ?? 0) + 2, rows.length + 2);
  const [l, g, d] = BUSH_GREENS[bush].map((color) => pack(readColor(color)));
  const berry = bush === 'round' ? plants['m'] : g;
  stamp(bitmap, 1, 1, rows, { ...plants, ...{ l: l ?? 0, g: g ?? 0, d: d ?? 0, p: berry ?? 0 } });
  outline(bitmap, pack(INK));
  return { ...bitmap, anchorX: bitmap.width >> 1, anchorY: bitmap.height - 3 };
}

function plantAt(
  seed: number,
  u: number,
  v: number,
  palette: Palette,
): readonly string[] | undefined {
  const chance = speckle(seed + 13, u, v);
  if (hills(seed + 14, u / 7, v / 7) > 1 - palette.flowers) {
    if (chance > IN_PATCH) return undefined;
    // One kind in a patch, now and then another.
    const kind = hills(seed + 15, u / 9, v / 9) + 0.25 * speckle(seed + 16, u, v);
    return FLOWERS[Math.min(FLOWERS.length - 1, Math.floor(kind * FLOWERS.length))];
  }
  if (chance > palette.tufts) return undefined;
  if (chance < PEBBLES) return PEBBLE;
  if (chance < MUSHROOMS) return MUSHROOM;
  return TUFTS[Math.floor((chance / palette.tufts) * TUFTS.length)];
}
