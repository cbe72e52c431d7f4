/** Copies sprites into the frame buffer: the hot loop of drawing, on packed pixels and nothing else. */
import type { Bitmap } from './bitmap.ts';

/** Opaque pixels replace, transparent ones (0) leave what is there; what is outside is cut off. */
export function blit(target: Bitmap, sprite: Bitmap, x: number, y: number): void {
  const { width, pixels } = target;
  const from = sprite.pixels;
  const left = Math.max(0, -x);
  const right = Math.min(sprite.width, width - x);
  const bottom = Math.min(sprite.height, target.height - y);
  for (let row = Math.max(0, -y); row < bottom; row += 1) {
    const source = row * sprite.width;
    const goal = (y + row) * width + x;
    for (let column = left; column < right; column += 1) {
      const pixel = from[source + column] as number;
      if (pixel !== 0) pixels[goal + column] = pixel;
    }
  }
}

/** The same with only some of the pixels: 0 of 4 are left out, then 1, 2 and 3 of each four. */
export function blitDissolved(
  target: Bitmap,
  sprite: Bitmap,
  x: number,
  y: number,
  missing: number,
): void {
  const from = sprite.pixels;
  for (let row = 0; row < sprite.height; row += 1) {
    const goalY = y + row;
    if (goalY < 0 || goalY >= target.height) continue;
    for (let column = 0; column < sprite.width; column += 1) {
      const goalX = x + column;
      const pixel = from[row * sprite.width + column] as number;
      if (pixel === 0 || goalX < 0 || goalX >= target.width) continue;
      if ((DISSOLVE[(row & 1) * 2 + (column & 1)] as number) >= missing) {
        target.pixels[goalY * target.width + goalX] = pixel;
      }
    }
  }
}

/** In which order the four pixels of a square vanish. */
const DISSOLVE = [0, 2, 3, 1];

/** Darkens what is there by the sprite's alpha; nothing is painted where there is no ground. */
export function shade(target: Bitmap, shadow: Bitmap, x: number, y: number): void {
  const { width, pixels } = target;
  const left = Math.max(0, -x);
  const right = Math.min(shadow.width, width - x);
  const bottom = Math.min(shadow.height, target.height - y);
  for (let row = Math.max(0, -y); row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const alpha = (shadow.pixels[row * shadow.width + column] as number) >>> 24;
      if (alpha === 0) continue;
      const index = (y + row) * width + x + column;
      pixels[index] = darken(pixels[index] as number, 256 - alpha);
    }
  }
}

/** `share` of 256 stays of each colour; alpha as it was. Two colours at a time. */
function darken(pixel: number, share: number): number {
  const redBlue = (((pixel & 0xff00ff) * share) >>> 8) & 0xff00ff;
  const green = (((pixel & 0x00ff00) * share) >>> 8) & 0x00ff00;
  return ((pixel & 0xff000000) | redBlue | green) >>> 0;
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
