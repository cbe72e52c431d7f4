/** The hot loop of drawing: pixels land where they should, and nowhere else. */
import { expect, test } from '@playwright/test';
import { type Bitmap, createBitmap } from '../../renderer/overlay/draw/bitmap.ts';
import { blit, blitDissolved, copyRows, shade } from '../../renderer/overlay/draw/blit.ts';
import { type Cutout, cutOut } from '../../renderer/overlay/draw/cutout.ts';

const RED = 0xff0000ff;
const GREY = 0xff808080;

function filled(width: number, height: number, color: number): Bitmap {
  const bitmap = createBitmap(width, height);
  bitmap.pixels.fill(color);
  return bitmap;
}
/** Without what is transparent in it. */
const sprite = (bitmap: Bitmap): Cutout => cutOut({ ...bitmap, anchorX: 0, anchorY: 0 });
const count = ({ pixels }: Bitmap, color: number): number =>
  pixels.filter((pixel) => pixel === color).length;
const at = ({ width, pixels }: Bitmap, x: number, y: number): number | undefined =>
  pixels[y * width + x];

test('opaque pixels replace, transparent ones leave what is there', () => {
  const target = filled(4, 4, GREY);
  const corner = createBitmap(2, 2);
  corner.pixels[0] = RED;
  blit(target, sprite(corner), 1, 2);
  expect(at(target, 1, 2)).toBe(RED);
  expect(count(target, RED)).toBe(1);
  expect(count(target, GREY)).toBe(15);
});

test('gaps in a sprite, and gaps between its rows, stay open', () => {
  const dotted = createBitmap(5, 3);
  for (const index of [0, 2, 3, 10, 14]) dotted.pixels[index] = RED;
  const target = filled(5, 3, GREY);
  blit(target, sprite(dotted), 0, 0);
  const seen = [...target.pixels].flatMap((pixel, index) => (pixel === RED ? [index] : []));
  expect(seen).toEqual([0, 2, 3, 10, 14]);
});

test('what is outside is cut off, on every side', () => {
  for (const [x, y, seen] of [
    [-2, 1, 1 * 3],
    [3, 1, 1 * 3],
    [1, -1, 3 * 2],
    [1, 3, 3 * 1],
    [-9, 0, 0],
    [0, 9, 0],
  ] as const) {
    for (const draw of [blit, (...given: Parameters<typeof blit>) => blitDissolved(...given, 0)]) {
      const target = createBitmap(4, 4);
      draw(target, sprite(filled(3, 3, RED)), x, y);
      expect(count(target, RED), `${x}, ${y}`).toBe(seen);
    }
  }
});

test('somebody vanishes by quarters', () => {
  const left = [0, 1, 2, 3, 4].map((missing) => {
    const target = createBitmap(8, 8);
    blitDissolved(target, sprite(filled(8, 8, RED)), 0, 0, missing);
    return count(target, RED);
  });
  expect(left).toEqual([64, 48, 32, 16, 0]);
});

test('a shadow darkens the ground, and nothing where there is none', () => {
  const target = createBitmap(2, 1);
  target.pixels[0] = GREY;
  shade(target, sprite(filled(2, 1, 0x80000000)), 0, 0);
  expect(at(target, 0, 0)).toBe(0xff404040);
  expect(at(target, 1, 0)).toBe(0);
});

test('rows are copied with what is transparent in them', () => {
  const target = filled(4, 3, RED);
  const source = filled(5, 5, GREY);
  source.pixels[2 * 5 + 3] = 0;
  copyRows(source, { x: 3, y: 2 }, target, { x: 1, y: 0, width: 2, height: 2 });
  expect([...target.pixels]).toEqual([
    ...[RED, 0, GREY, RED],
    ...[RED, GREY, GREY, RED],
    ...[RED, RED, RED, RED],
  ]);
});
