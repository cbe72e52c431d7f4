/** The shadows of clouds: they drift, never jump, and are round. */
import { expect, test } from '@playwright/test';
import { createBitmap } from '../../renderer/overlay/draw/bitmap.ts';
import { Clouds } from '../../renderer/overlay/draw/clouds.ts';

const SIZE = { width: 400, height: 300 };
const MIDDLE = { middleX: 200, middleY: 150 };
const LIT = 0xff808080;

/** By pixel, whether it is in a shadow. */
function shadowsAt(clouds: Clouds, tick: number): boolean[] {
  const picture = createBitmap(SIZE.width, SIZE.height);
  picture.pixels.fill(LIT);
  clouds.draw(picture, MIDDLE, clouds.moveOn(tick));
  const tones = new Set(picture.pixels);
  if (tones.size !== 2) throw new Error(`There are ${tones.size} tones and not two.`);
  return Array.from(picture.pixels, (pixel) => pixel !== LIT);
}

/** By how many pixels all shadows have moved to the right; null for any other change. */
function drift(before: readonly boolean[], after: readonly boolean[]): number | null {
  const { width } = SIZE;
  for (let moved = 0; moved < 40; moved += 1) {
    const isSo = after.every((shaded, index) => {
      const x = index % width;
      return x < 60 || x > width - 60 || shaded === before[index - moved];
    });
    if (isSo) return moved;
  }
  return null;
}

test('they drift by two pixels a second, and after an hour without a picture by one', () => {
  const clouds = new Clouds(3, 16);
  const first = shadowsAt(clouds, 1000);
  for (let tick = 1001; tick < 1060; tick += 1) shadowsAt(clouds, tick);
  const second = shadowsAt(clouds, 1060);
  expect(drift(first, second)).toBe(2);
  expect(drift(second, shadowsAt(clouds, 1060 + 3600 * 60))).toBe(1);
});

test('no shadow has a long straight edge', () => {
  for (let seed = 0; seed < 8; seed += 1) {
    const shadows = shadowsAt(new Clouds(seed, 16), 0);
    const { width } = SIZE;
    let longest = 0;
    for (let index = width, run = 0; index < shadows.length; index += 1) {
      const isEdge = shadows[index] !== shadows[index - width];
      run = isEdge && index % width > 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    expect(longest, `seed ${seed}`).toBeLessThan(30);
  }
});
