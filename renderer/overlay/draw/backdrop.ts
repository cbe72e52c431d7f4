/** What is behind the crowd: the ground under drifting clouds, copied where the last picture was drawn on. */
import type { Bitmap } from './bitmap.ts';
import { createBitmap } from './bitmap.ts';
import type { Camera } from './camera.ts';
import type { Clouds } from './clouds.ts';
import { copyGround, type Ground, type Region, regionOf } from './ground.ts';

/** In tile heights and half tile widths: nobody on the ground reaches higher, or farther aside. */
const ABOVE = 6;
const ASIDE = 2;

/** A row of pixels, and where in the picture it belongs. */
interface Line {
  readonly pixels: Uint32Array;
  readonly at: number;
}

export class Backdrop {
  readonly ground: Ground;
  readonly #clouds: Clouds | null;
  /** The ground with the clouds' shadows on it, where they were at `#drift`. */
  readonly #shaded: Ground;
  #drift = Number.NaN;
  /** For one camera: what those on the ground can have covered, and the box around it. */
  #camera: Camera | null = null;
  #lines: readonly Line[] = [];
  #box: Region = { x: 0, y: 0, width: 0, height: 0 };
  #wasAloft = true;

  constructor(ground: Ground, clouds: Clouds | null) {
    const { width, height } = ground.bitmap;
    this.ground = ground;
    this.#clouds = clouds;
    this.#shaded = clouds ? { ...ground, bitmap: createBitmap(width, height) } : ground;
  }

  /** `isAloft`: whether somebody flies above the island. Answers with what has changed by now. */
  copyTo(picture: Bitmap, camera: Camera, tick: number, isAloft: boolean): Region {
    this.#shade(tick);
    const { middleX, middleY } = camera;
    if (this.#camera !== camera) this.#aim(picture, camera);
    const isWhole = isAloft || this.#wasAloft;
    this.#wasAloft = isAloft;
    if (isWhole) {
      const region = regionOf(this.ground, picture, middleX, middleY);
      copyGround(this.#shaded, picture, region, middleX, middleY);
      return region;
    }
    for (const { pixels, at } of this.#lines) picture.pixels.set(pixels, at);
    return this.#box;
  }

  #shade(tick: number): void {
    const drift = this.#clouds?.moveOn(tick) ?? this.#drift;
    if (!this.#clouds || drift === this.#drift) return;
    this.#drift = drift;
    const { bitmap } = this.#shaded;
    bitmap.pixels.set(this.ground.bitmap.pixels);
    this.#clouds.draw(bitmap, this.ground, drift);
  }

  #aim(picture: Bitmap, camera: Camera): void {
    this.#camera = camera;
    this.#wasAloft = true;
    const { halfWidth, halfHeight } = camera.grid;
    const { bitmap, middleX, middleY } = this.#shaded;
    const right = camera.middleX - middleX;
    const down = camera.middleY - middleY;
    const { lefts, rights } = reachOfRows(this.ground.bitmap, ABOVE * 2 * halfHeight);
    const lines: Line[] = [];
    let [first, last, least, most] = [picture.height, 0, picture.width, 0];
    for (
      let row = Math.max(0, -down);
      row < Math.min(bitmap.height, picture.height - down);
      row += 1
    ) {
      const from = Math.max(0, -right, (lefts[row] as number) - ASIDE * halfWidth);
      const to = Math.min(
        bitmap.width,
        picture.width - right,
        (rights[row] as number) + ASIDE * halfWidth,
      );
      if (from >= to) continue;
      const start = row * bitmap.width;
      const pixels = bitmap.pixels.subarray(start + from, start + to);
      lines.push({ pixels, at: (row + down) * picture.width + right + from });
      first = Math.min(first, row + down);
      last = Math.max(last, row + down + 1);
      least = Math.min(least, from + right);
      most = Math.max(most, to + right);
    }
    this.#lines = lines;
    const isEmpty = lines.length === 0;
    this.#box = isEmpty
      ? { x: 0, y: 0, width: 0, height: 0 }
      : { x: least, y: first, width: most - least, height: last - first };
  }
}

/** By row: from where to where the ground in it, or so far below it, reaches. */
function reachOfRows(
  { width, height, pixels }: Bitmap,
  below: number,
): { lefts: Int32Array; rights: Int32Array } {
  const lefts = new Int32Array(height).fill(width);
  const rights = new Int32Array(height);
  for (let row = 0; row < height; row += 1) {
    let left = row * width;
    let right = left + width;
    while (left < right && pixels[left] === 0) left += 1;
    while (right > left && pixels[right - 1] === 0) right -= 1;
    if (left === right) continue;
    for (let over = Math.max(0, row - below); over <= row; over += 1) {
      lefts[over] = Math.min(lefts[over] as number, left - row * width);
      rights[over] = Math.max(rights[over] as number, right - row * width);
    }
  }
  return { lefts, rights };
}
