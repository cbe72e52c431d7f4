/** A sprite without what is transparent in it: only what is painted is walked through. */
import type { Sprite } from './art/art.ts';

export interface Cutout {
  readonly width: number;
  readonly height: number;
  readonly anchorX: number;
  readonly anchorY: number;
  /** Runs of pixels, each after a head that tells its place and length. */
  readonly runs: Uint32Array;
}

/** Bits of a head: a row, a column and a length of up to 1023. */
const BITS = 10;
const MASK = (1 << BITS) - 1;

export function rowOf(head: number): number {
  return head >>> (2 * BITS);
}

export function columnOf(head: number): number {
  return (head >>> BITS) & MASK;
}

export function lengthOf(head: number): number {
  return head & MASK;
}

export function cutOut({ width, height, pixels, anchorX, anchorY }: Sprite): Cutout {
  const runs: number[] = [];
  for (let row = 0; row < height; row += 1) {
    let head = -1;
    for (let column = 0; column < width; column += 1) {
      const pixel = pixels[row * width + column] as number;
      if (pixel === 0) {
        head = -1;
        continue;
      }
      if (head < 0) {
        head = runs.length;
        runs.push((row << (2 * BITS)) | (column << BITS));
      }
      runs[head] = (runs[head] as number) + 1;
      runs.push(pixel);
    }
  }
  return { width, height, anchorX, anchorY, runs: Uint32Array.from(runs) };
}
