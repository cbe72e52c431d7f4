/** Scatters tufts and patches of flowers over the grass, the same for the same island. */
import { RIM } from '../sim/island.ts';
import type { World } from '../sim/world.ts';
import { type Bitmap, stamp } from './bitmap.ts';
import type { Camera } from './camera.ts';
import { pack, readColor } from './color.ts';
import { hills, speckle } from './noise.ts';
import { project } from './projection.ts';

const PALETTE = {
  d: pack(readColor('#6db53f')),
  l: pack(readColor('#baf07a')),
  p: pack(readColor('#ff7fb0')),
  w: pack(readColor('#ffffff')),
  y: pack(readColor('#ffd34d')),
  v: pack(readColor('#9b7bea')),
  s: pack(readColor('#c9cdd8')),
  k: pack(readColor('#8f97aa')),
};

const FLOWERS: readonly (readonly string[])[] = [
  ['.p.', 'pyp', '.p.', '.d.'],
  ['.w.', 'wyw', '.w.', '.d.'],
  ['.v.', 'vyv', '.v.', '.d.'],
];
const GREENS: readonly (readonly string[])[] = [
  ['d.d', '.d.'],
  ['l..l', '.dd.'],
  ['d', 'd'],
  ['l.'],
];
const PEBBLE: readonly string[] = ['.s.', 'ssk'];

/** How much of the meadow is flower patches, and how many of a patch's spots bear one. */
const PATCHES = 0.66;
const IN_PATCH = 0.5;
const GREENERY = 0.3;

export function plantMeadow(bitmap: Bitmap, world: World, { middle }: Camera): void {
  const { seed, shore } = world;
  const reach = world.half + RIM;
  // Two spots to a tile each way.
  for (let u = -2 * reach; u <= 2 * reach; u += 1) {
    for (let v = -2 * reach; v <= 2 * reach; v += 1) {
      const x = u / 2 + speckle(seed + 11, u, v) * 0.4;
      const y = v / 2 + speckle(seed + 12, u, v) * 0.4;
      if (shore(world.half, x, y) < RIM + 0.4) continue;
      const plant = plantAt(seed, u, v);
      const point = project(x, y);
      if (plant) {
        stamp(
          bitmap,
          middle.x + Math.round(point.x) - 1,
          middle.y + Math.round(point.y) - 1,
          plant,
          PALETTE,
        );
      }
    }
  }
}

function plantAt(seed: number, u: number, v: number): readonly string[] | undefined {
  const chance = speckle(seed + 13, u, v);
  if (hills(seed + 14, u / 7, v / 7) > PATCHES) {
    if (chance > IN_PATCH) return undefined;
    // One kind in a patch, now and then another.
    const kind = hills(seed + 15, u / 9, v / 9) + 0.25 * speckle(seed + 16, u, v);
    return FLOWERS[Math.min(FLOWERS.length - 1, Math.floor(kind * FLOWERS.length))];
  }
  if (chance > GREENERY) return undefined;
  if (chance < 0.012) return PEBBLE;
  return GREENS[Math.floor((chance / GREENERY) * GREENS.length)];
}
