/** Draws the soft patch of dark under a creature. */
import { type Bitmap, createBitmap, plot } from './bitmap.ts';
import { pack, readColor } from './color.ts';

const DARK = pack(readColor('#16321f'), 90);

/** `half` of its width in pixels; it is half as high. */
export function drawShadow(half: number): Bitmap {
  const bitmap = createBitmap(2 * half, half + 1);
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const across = (x + 0.5 - half) / half;
      const along = (y + 0.5 - bitmap.height / 2) / (bitmap.height / 2);
      if (across ** 2 + along ** 2 < 1) plot(bitmap, x, y, DARK);
    }
  }
  return bitmap;
}
