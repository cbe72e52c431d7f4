/** The body of everybody: a cube seen along its front edge. */
import { type Bitmap, plot } from '../bitmap.ts';
import type { Coat } from './coat.ts';

export interface Cube {
  /** Half the width, and the height of a side, in pixels. */
  readonly half: number;
  readonly tall: number;
}

/** `x` is the first pixel right of the front edge, `bottom` its lowest. Answers with the row of the lid's front corner. */
export function drawCube(
  bitmap: Bitmap,
  { half, tall }: Cube,
  coat: Coat,
  x: number,
  bottom: number,
): number {
  const steps = Math.ceil(half / 2);
  const seam = bottom - tall + 1;
  for (let out = 0; out < half; out += 1) {
    const rise = Math.floor(out / 2);
    for (const column of [x - 1 - out, x + out]) {
      const isLeft = column < x;
      for (let y = seam - 2 * steps + 1 + rise; y < seam - rise; y += 1) {
        plot(bitmap, column, y, y === seam - rise - 1 ? coat.glow : coat.lid);
      }
      for (let down = 0; down < tall; down += 1) {
        const isFoot = down === tall - 1;
        const side = isLeft ? coat.left : coat.right;
        const foot = isLeft ? coat.leftFoot : coat.rightFoot;
        plot(bitmap, column, seam - rise + down, isFoot ? foot : side);
      }
    }
  }
  return seam;
}
