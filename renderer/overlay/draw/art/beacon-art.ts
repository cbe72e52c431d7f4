/** Draws the beacon: a stout little radio tower with a face, that lights up when something happens. */
import { type Bitmap, createBitmap, outline, plot, stamp } from '../bitmap.ts';
import { INK, pack, readColor } from '../color.ts';
import type { Detail, Glow, Sprite } from './art.ts';
import { coatOf } from './coat.ts';
import { drawCube } from './cube.ts';

const SIZE = { width: 40, height: 50, x: 20, y: 43 };
const BODY = '#3fd0b0';
const OFF_BODY = '#7f8d96';

const AWAKE: readonly string[] = [
  '.sf......sf.',
  '.ff......ff.',
  '.ff......ff.',
  'bb..f..f..bb',
  '.....ff.....',
];
const HAPPY: readonly string[] = [
  '.ff......ff.',
  'f..f....f..f',
  '............',
  'bb..ffff..bb',
  '.....rr.....',
];
const ASLEEP: readonly string[] = [
  '............',
  '............',
  '.ff......ff.',
  '.....ff.....',
  '....f..f....',
];

const MAST: readonly string[] = ['.rr.', '.rr.', '.ww.', '.ww.', '.rr.', '.rr.', '.ww.', 'kwwk'];
const LAMP: readonly string[] = ['.yyy.', 'yoyyy', 'yyyyY', 'yyyYY', '.YYY.'];
const BENT: readonly string[] = [
  '.....xx.',
  '....xxxx',
  '...w.xx.',
  '..ww....',
  '.rr.....',
  '.rr.....',
  '.ww.....',
  'kwwk....',
];
/** Waves to the right of the lamp; the others are their mirror image. */
const WAVES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [4, -1],
    [4, 0],
    [4, 1],
  ],
  [
    [6, -2],
    [7, -1],
    [7, 0],
    [7, 1],
    [6, 2],
  ],
  [
    [9, -3],
    [10, -2],
    [10, -1],
    [10, 0],
    [10, 1],
    [10, 2],
    [9, 3],
  ],
];

const LAMPS: readonly (readonly [string, string, string])[] = [
  ['#f2b53a', '#ffe9a8', '#c98a2a'],
  ['#ffd34d', '#fff6d0', '#e0a22f'],
  ['#ffe680', '#ffffff', '#f2bf45'],
  ['#fff6c4', '#ffffff', '#ffdc66'],
];

export function drawBeacon(
  { isOnAir, glow }: { readonly isOnAir: boolean; readonly glow: Glow },
  detail: Detail,
): Sprite {
  const full = drawFull(isOnAir, glow);
  if (detail === 'near') return full;
  return shrink(full, detail === 'far' ? 2 : 4);
}

function drawFull(isOnAir: boolean, glow: Glow): Sprite {
  const bitmap = createBitmap(SIZE.width, SIZE.height);
  const coat = coatOf(isOnAir ? BODY : OFF_BODY, false);
  const stone = coatOf('#b9c1d0', false);
  drawCube(bitmap, { half: 10, tall: 4 }, stone, SIZE.x, SIZE.y + 5);
  const seam = drawCube(bitmap, { half: 8, tall: 11 }, coat, SIZE.x, SIZE.y + 1);
  const [lamp, shine, shade] = LAMPS[glow] ?? ['#f2b53a', '#ffffff', '#c98a2a'];
  const palette = {
    f: coat.face,
    s: coat.shine,
    b: coat.blush,
    r: pack(readColor('#e8574f')),
    w: pack(readColor('#f4f1ea')),
    k: pack(readColor('#8f97aa')),
    y: pack(readColor(lamp)),
    o: pack(readColor(shine)),
    Y: pack(readColor(shade)),
    x: pack(readColor('#a3313a')),
  };
  const face = isOnAir ? (glow > 1 ? HAPPY : AWAKE) : ASLEEP;
  stamp(bitmap, SIZE.x - 6, seam + 2, face, palette);
  const top = seam - 4;
  if (isOnAir) {
    stamp(bitmap, SIZE.x - 2, top - MAST.length, MAST, palette);
    stamp(bitmap, SIZE.x - 3, top - MAST.length - LAMP.length, LAMP, palette);
  } else {
    stamp(bitmap, SIZE.x - 2, top - BENT.length, BENT, palette);
  }
  outline(bitmap, pack(INK));
  if (isOnAir) drawWaves(bitmap, top - MAST.length - 3, glow, pack(readColor(lamp)));
  return { ...bitmap, anchorX: SIZE.x, anchorY: SIZE.y };
}

function drawWaves(bitmap: Bitmap, y: number, glow: Glow, color: number): void {
  for (const wave of WAVES.slice(0, glow)) {
    for (const [x, down] of wave) {
      plot(bitmap, SIZE.x + x, y + down, color);
      plot(bitmap, SIZE.x - 1 - x, y + down, color);
    }
  }
}

/** Every so many pixels become one: the first of them that is painted. */
function shrink(sprite: Sprite, times: number): Sprite {
  const bitmap = createBitmap(Math.ceil(sprite.width / times), Math.ceil(sprite.height / times));
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const at = Math.min(sprite.height - 1, y * times + 1) * sprite.width;
      plot(bitmap, x, y, sprite.pixels[at + Math.min(sprite.width - 1, x * times + 1)] ?? 0);
    }
  }
  return {
    ...bitmap,
    anchorX: Math.floor(sprite.anchorX / times),
    anchorY: Math.floor(sprite.anchorY / times),
  };
}
