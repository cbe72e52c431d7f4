/** Copies sprites into the frame buffer: the hot loop of drawing, on packed pixels and nothing else. */
import type { Bitmap } from './bitmap.ts';
import { type Cutout, columnOf, lengthOf, rowOf } from './cutout.ts';

/** Pixels replace what is there; what is outside is cut off. */
export function blit(
  { width, height, pixels }: Bitmap,
  sprite: Cutout,
  x: number,
  y: number,
): void {
  const { runs } = sprite;
  for (let at = 0; at < runs.length; ) {
    const head = runs[at] as number;
    const start = at + 1;
    at = start + lengthOf(head);
    const row = y + rowOf(head);
    if (row < 0 || row >= height) continue;
    const left = x + columnOf(head);
    const end = Math.min(at, start + width - left);
    let goal = row * width + Math.max(0, left);
    for (let from = start + Math.max(0, -left); from < end; from += 1) {
      pixels[goal] = runs[from] as number;
      goal += 1;
    }
  }
}

/** The same with only some of the pixels: 0 of 4 are left out, then 1, 2 and 3 of each four. */
export function blitDissolved(
  target: Bitmap,
  { runs }: Cutout,
  x: number,
  y: number,
  missing: number,
): void {
  const { width, height, pixels } = target;
  for (let at = 0; at < runs.length; ) {
    const head = runs[at] as number;
    const length = lengthOf(head);
    const [row, column] = [rowOf(head), columnOf(head)];
    for (let across = column; across < column + length; across += 1) {
      at += 1;
      const isOutside = x + across < 0 || x + across >= width || y + row < 0 || y + row >= height;
      const isLeftOut = (DISSOLVE[(row & 1) * 2 + (across & 1)] as number) < missing;
      if (!isOutside && !isLeftOut) pixels[(y + row) * width + x + across] = runs[at] as number;
    }
    at += 1;
  }
}

/** In which order the four pixels of a square vanish. */
const DISSOLVE = [0, 2, 3, 1];

/** Darkens what is there by the sprite's alpha; nothing is painted where there is no ground. */
export function shade(
  { width, height, pixels }: Bitmap,
  { runs }: Cutout,
  x: number,
  y: number,
): void {
  for (let at = 0; at < runs.length; ) {
    const head = runs[at] as number;
    const start = at + 1;
    at = start + lengthOf(head);
    const row = y + rowOf(head);
    if (row < 0 || row >= height) continue;
    const left = x + columnOf(head);
    const end = Math.min(at, start + width - left);
    let goal = row * width + Math.max(0, left);
    for (let from = start + Math.max(0, -left); from < end; from += 1) {
      pixels[goal] = darken(pixels[goal] as number, 256 - ((runs[from] as number) >>> 24));
      goal += 1;
    }
  }
}

/** `share` of 256 stays of each colour; alpha as it was. Two colours at a time. */
function darken(pixel: number, share: number): number {
  const redBlue = (Math.imul(pixel & 0xff00ff, share) >>> 8) & 0xff00ff;
  const green = (Math.imul(pixel & 0x00ff00, share) >>> 8) & 0x00ff00;
  return (pixel & 0xff000000) | redBlue | green;
}

/** Copies a rectangle of one bitmap over the same-sized one of another; both must contain it. */
export function copyRows(
  from: Bitmap,
  source: { readonly x: number; readonly y: number },
  to: Bitmap,
  goal: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  for (let row = 0; row < goal.height; row += 1) {
    const start = (source.y + row) * from.width + source.x;
    const line = from.pixels.subarray(start, start + goal.width);
    to.pixels.set(line, (goal.y + row) * to.width + goal.x);
  }
}
