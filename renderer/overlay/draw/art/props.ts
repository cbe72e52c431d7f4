/** Draws what creatures come and go with, and their shadows. */
import { createBitmap, outline, plot, stamp } from '../bitmap.ts';
import { INK, lightness, mix, pack, readColor, WHITE } from '../color.ts';
import type { Sprite } from './art.ts';

const SHADOW = pack(readColor('#000000'), 72);
/** The pixel of a prop's string that is at the middle of the tile of whoever holds it. */
const HOLD = 15;

const BALLOON: readonly string[] = [
  '..bbbbb..',
  '.bwwbbbb.',
  'bwwbbbbbb',
  'bwbbbbbbd',
  'bbbbbbbbd',
  'bbbbbbbdd',
  '.bbbbbdd.',
  '..bbddd..',
  '...ddd...',
  '....d....',
];
/** The clock of a dandelion, upside down: a seed flies on its hairs. */
const PARACHUTE: readonly string[] = [
  '....w.w.w....',
  '..w.wwwww.w..',
  '.w.wwbwbww.w.',
  'w.wwbwwwbww.w',
  '.wwbwwwwwbww.',
  '..wwbwwwbww..',
  '....wwbww....',
  '......b......',
];
const SMALL_BALLOON: readonly string[] = ['.bb.', 'bwbb', 'bbbd', '.dd.'];
const SMALL_PARACHUTE: readonly string[] = ['.w.w.', 'wwbww', '..b..'];

export function drawBalloon(roleColor: string, size: number): Sprite {
  return drawProp(size === 1 ? BALLOON : SMALL_BALLOON, roleColor, size);
}

export function drawParachute(roleColor: string, size: number): Sprite {
  return drawProp(size === 1 ? PARACHUTE : SMALL_PARACHUTE, roleColor, size);
}

function drawProp(rows: readonly string[], roleColor: string, size: number): Sprite {
  const string = Math.round(7 * size);
  const width = (rows[0]?.length ?? 0) + 2;
  const bitmap = createBitmap(width, rows.length + string + 2);
  const color = readColor(roleColor);
  const light = mix(color, WHITE, lightness(color) < 0.3 ? 0.35 : 0.15);
  const palette = {
    b: pack(light),
    w: pack(mix(light, WHITE, 0.7)),
    d: pack(mix(light, INK, 0.28)),
  };
  stamp(bitmap, 1, 1, rows, palette);
  if (size === 1) outline(bitmap, pack(INK));
  const middle = width >> 1;
  for (let y = rows.length + 1; y < bitmap.height; y += 1) plot(bitmap, middle, y, pack(INK));
  return { ...bitmap, anchorX: middle, anchorY: bitmap.height + Math.round(HOLD * size) - 1 };
}

/** `half` of its width in pixels; it is half as high, and falls by `aside` pixels to the right. */
export function drawShadow(half: number, aside: number): Sprite {
  const reach = Math.max(1, Math.round(half));
  const bitmap = createBitmap(2 * reach, reach + 1);
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const across = (x + 0.5 - reach) / reach;
      const along = (y + 0.5 - bitmap.height / 2) / (bitmap.height / 2);
      if (across ** 2 + along ** 2 < 1) plot(bitmap, x, y, SHADOW);
    }
  }
  return { ...bitmap, anchorX: reach - Math.round(aside), anchorY: (bitmap.height >> 1) - 1 };
}
