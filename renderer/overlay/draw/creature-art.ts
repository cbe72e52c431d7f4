/** Draws a creature, pixel by pixel: a cube seen along its front edge, around which its face wraps. */
import type { Status } from '../../../shared/protocol.ts';
import { type Bitmap, createBitmap, outline, plot, stamp } from './bitmap.ts';
import { type Coat, coatOf } from './coat.ts';
import { INK, pack, readColor } from './color.ts';
import type { Posture } from './projection.ts';

export interface Look {
  readonly roleColor: string;
  readonly status: Status;
  /** A number that is the creature's own. */
  readonly character: number;
  readonly facing: 'left' | 'right';
  readonly shape: Posture['shape'];
}

/** The size of a drawing, and the pixel in it that is the middle of the creature's tile. */
export const FRAME = { width: 22, height: 30, x: 11, y: 24 };
/** From the middle of the tile up to the top of the crest. */
export const STATURE = 14;

/** Who is away does not catch the eye. */
const DIM_INK = pack(readColor('#3d4c52'));

interface Cube {
  /** Half the width, and the height of a side. */
  readonly half: number;
  readonly tall: number;
}

const CUBES: Readonly<Record<Posture['shape'] | 'lying', Cube>> = {
  standing: { half: 6, tall: 8 },
  squashed: { half: 7, tall: 6 },
  stretched: { half: 6, tall: 9 },
  lying: { half: 7, tall: 4 },
};

const FACES: Readonly<Record<Status, readonly string[]>> = {
  online: ['.sf....sf.', '.ff....ff.', 'b..f..f..b', '....ff....'],
  idle: ['..........', '.ff....ff.', 'b........b', '....ff....'],
  dnd: ['rrrrrrrrrr', 'rrrwwwwrrr', 'rrrrrrrrrr', '....ff....'],
  offline: ['..........', '.ff....ff.'],
};

/** What grows on the head: not everybody has the same, and some have nothing. */
const CRESTS: readonly (readonly string[])[] = [
  ['.ll..ll.', 'lllddlld', '.lldsdd.', '...ss...'],
  ['...lll..', '...lldd.', '...sdd..', '...ss...'],
  ['..pppp..', '.ppyypp.', '..pppp..', '...ss...'],
  [],
];
/** How many kinds of creatures there are. */
export const CHARACTERS = CRESTS.length;
const SLEEP: readonly string[] = ['zzzzk', 'kkzkk', '.zkk.', 'zzzzk', '.kkkk'];

const EXTRAS = {
  r: pack(readColor('#e8404a')),
  w: pack(readColor('#ffffff')),
  z: pack(readColor('#ffffff')),
  k: pack(INK),
  l: pack(readColor('#b6f05f')),
  d: pack(readColor('#5fb53a')),
  s: pack(readColor('#3f8f3a')),
  p: pack(readColor('#ff7fb0')),
  y: pack(readColor('#ffd34d')),
};

export function drawCreature({ roleColor, status, character, facing, shape }: Look): Bitmap {
  const bitmap = createBitmap(FRAME.width, FRAME.height);
  const isAway = status === 'offline';
  const cube = CUBES[isAway ? 'lying' : shape];
  const coat = coatOf(roleColor, isAway);
  const seam = drawCube(bitmap, cube, coat);
  const palette = { ...EXTRAS, f: coat.face, s: coat.shine, b: coat.blush };
  const turn = facing === 'left' ? -1 : 1;
  const rows = FACES[status];
  stamp(
    bitmap,
    FRAME.x - 5 + (status === 'dnd' ? 0 : turn),
    seam + (isAway ? 0 : 1),
    rows,
    palette,
  );
  const crest = CRESTS[character % CRESTS.length];
  if (crest && !isAway) stamp(bitmap, FRAME.x - 4, seam - 7, crest, EXTRAS);
  outline(bitmap, isAway ? DIM_INK : pack(INK));
  if (status === 'idle') stamp(bitmap, FRAME.x + 6, seam - 10, SLEEP, EXTRAS);
  return bitmap;
}

/** Answers with the row of the lid's front corner. */
function drawCube(bitmap: Bitmap, { half, tall }: Cube, coat: Coat): number {
  const steps = Math.ceil(half / 2);
  const seam = FRAME.y + 3 - tall + 1;
  for (let out = 0; out < half; out += 1) {
    const rise = Math.floor(out / 2);
    for (const x of [FRAME.x - 1 - out, FRAME.x + out]) {
      const isLeft = x < FRAME.x;
      for (let y = seam - 2 * steps + 1 + rise; y < seam - rise; y += 1) {
        plot(bitmap, x, y, y === seam - rise - 1 ? coat.glow : coat.lid);
      }
      for (let down = 0; down < tall; down += 1) {
        const isFoot = down === tall - 1;
        const side = isLeft ? coat.left : coat.right;
        const foot = isLeft ? coat.leftFoot : coat.rightFoot;
        plot(bitmap, x, seam - rise + down, isFoot ? foot : side);
      }
    }
  }
  return seam;
}
