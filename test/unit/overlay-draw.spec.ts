/** What the drawing decides without a screen: lines, places, sizes and colours. */
import { expect, test } from '@playwright/test';
import { aimCamera } from '../../renderer/overlay/draw/camera.ts';
import { drawCreature } from '../../renderer/overlay/draw/creature-art.ts';
import { placeBubbles, type Speaker } from '../../renderer/overlay/draw/placement.ts';
import {
  cutLine,
  graphemesOf,
  isRightToLeft,
  wrapText,
} from '../../renderer/overlay/draw/text-layout.ts';
import { halfSideFor } from '../../renderer/overlay/sim/island.ts';

const rules = { maxWidth: 10, maxLines: 3, measure: (text: string) => graphemesOf(text).length };

test('lines break between words, keep what was broken by hand, and end in time', () => {
  expect(wrapText('one two three four', rules)).toEqual(['one two', 'three four']);
  expect(wrapText('a\nb', rules)).toEqual(['a', 'b']);
  expect(wrapText('one, two, three!', rules)).toEqual(['one, two,', 'three!']);
  expect(wrapText('x'.repeat(25), rules)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx']);
  expect(wrapText('x'.repeat(50), rules).at(-1)).toBe(`${'x'.repeat(9)}…`);
  for (const line of wrapText('👍🏽'.repeat(25), rules)) {
    expect(graphemesOf(line).length).toBeLessThanOrEqual(10);
    expect(line.replaceAll('👍🏽', '')).toBe('');
  }
  for (const line of wrapText('今日の配信はどうですか、みなさん', rules)) {
    expect(graphemesOf(line).length).toBeLessThanOrEqual(10);
  }
});

test('a name is cut on one line', () => {
  expect(cutLine('short', rules)).toBe('short');
  expect(cutLine('a rather long name', rules)).toBe('a rather…');
});

test('the script of the first letter decides the direction', () => {
  expect(isRightToLeft('123 مرحبا')).toBe(true);
  expect(isRightToLeft('שלום hello')).toBe(true);
  expect(isRightToLeft('hello שלום')).toBe(false);
  expect(isRightToLeft('123 !')).toBe(false);
});

test('bubbles stay on the screen and off each other', () => {
  const viewport = { width: 1280, height: 720 };
  const body = (x: number, y: number) => ({ x, y, width: 48, height: 54 });
  const speakers: Speaker[] = [
    { body: body(10, 5), width: 200, height: 80 },
    { body: body(1250, 700), width: 200, height: 80 },
    { body: body(600, 300), width: 200, height: 80 },
    { body: body(640, 310), width: 200, height: 80 },
  ];
  const placed = placeBubbles(speakers, viewport, 8);
  for (const box of placed) {
    expect(box.x).toBeGreaterThanOrEqual(8);
    expect(box.y).toBeGreaterThanOrEqual(8);
    expect(box.x + box.width).toBeLessThanOrEqual(1272);
    expect(box.y + box.height).toBeLessThanOrEqual(712);
  }
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      const apart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(apart).toBe(true);
    }
  }
  expect(placed[0]?.isBelow).toBe(true);
  expect(placed[2]?.isBelow).toBe(false);
});

test('the picture covers the screen with whole pixels, and the island fits while it can', () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [801, 599],
    [3, 3],
  ] as const) {
    for (const members of [0, 40, 300, 5000]) {
      for (const zoom of ['fit', 1, 8] as const) {
        const camera = aimCamera({ width, height }, halfSideFor(members), zoom);
        expect(Number.isInteger(camera.scale)).toBe(true);
        expect(camera.scale).toBeGreaterThanOrEqual(1);
        expect(camera.width * camera.scale).toBeGreaterThanOrEqual(width);
        expect(camera.height * camera.scale).toBeGreaterThanOrEqual(height);
      }
    }
  }
  const scaleFor = (members: number): number =>
    aimCamera({ width: 1920, height: 1080 }, halfSideFor(members), 'fit').scale;
  expect(scaleFor(4)).toBeGreaterThan(scaleFor(40));
  expect(scaleFor(40)).toBeGreaterThan(scaleFor(300));
});

test('a creature of any colour is told from its outline, and shows its face', () => {
  for (const roleColor of ['#000000', '#ffffff', '#808080', '#0000ff', '#14202b', '#ffff00']) {
    const look = { roleColor, character: 3, facing: 'left', shape: 'standing' } as const;
    const { pixels } = drawCreature({ ...look, status: 'online' });
    const colors = new Set(pixels);
    // Nothing, outline, lid, its edge, two sides, two feet, face, shine and blush.
    expect(colors.size, roleColor).toBeGreaterThanOrEqual(8);
    const statuses = (['online', 'idle', 'dnd', 'offline'] as const).map((status) =>
      drawCreature({ ...look, status }).pixels.join(),
    );
    expect(new Set(statuses).size).toBe(4);
  }
});
