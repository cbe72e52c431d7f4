/** Where bubbles are: on the screen, off each other and off everybody who speaks, and steadily so. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Box } from '../../renderer/overlay/draw/bodies.ts';
import {
  type Bubbled,
  offsetOf,
  placeBubbles,
} from '../../renderer/overlay/draw/words/placement.ts';
import type { Place } from '../../renderer/overlay/draw/words/places.ts';

const VIEWPORT = { width: 1280, height: 720 };
const GAP = 8;

const body = (x: number, y: number): Box => ({ x, y, width: 48, height: 54 });
const speaker = (x: number, y: number, width = 200, height = 80): Bubbled => ({
  body: body(x, y),
  width,
  height,
  kept: null,
});
const place = (speakers: readonly Bubbled[], bystanders: readonly Box[] = []): Place[] =>
  placeBubbles(speakers, { viewport: VIEWPORT, gap: GAP, bystanders: () => bystanders });

const isApart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;

function shareCovered(body: Box, { x, y, width, height }: Box): number {
  const across = Math.min(body.x + body.width, x + width) - Math.max(body.x, x);
  const down = Math.min(body.y + body.height, y + height) - Math.max(body.y, y);
  return (Math.max(0, across) * Math.max(0, down)) / (body.width * body.height);
}

/** What lies upon what; null when nothing does. */
function collision(places: readonly Place[], speakers: readonly Bubbled[]): string | null {
  for (const [index, one] of places.entries()) {
    const covered = speakers.findIndex(({ body }) => !isApart(one, body));
    if (covered >= 0) return `bubble ${index} on speaker ${covered}`;
    // With room for a tail.
    const larger = { ...one, height: one.height + GAP };
    const other = places.findIndex((place, at) => at > index && !isApart(larger, place));
    if (other >= 0) return `bubble ${index} on bubble ${other}`;
  }
  return null;
}

test("bubbles stay on the screen, and off each other and each other's tails", () => {
  const speakers = [speaker(10, 5), speaker(1250, 700), speaker(600, 300), speaker(640, 310)];
  const places = place(speakers);
  for (const box of places) {
    expect(box.x).toBeGreaterThanOrEqual(GAP);
    expect(box.y).toBeGreaterThanOrEqual(GAP);
    expect(box.x + box.width).toBeLessThanOrEqual(VIEWPORT.width - GAP);
    expect(box.y + box.height).toBeLessThanOrEqual(VIEWPORT.height - GAP);
  }
  expect(collision(places, speakers)).toBeNull();
  expect(places[0]?.isBelow).toBe(true);
  expect(places[2]?.isBelow).toBe(false);
});

test('no bubble covers a speaker or another bubble, wherever sixteen of them stand', () => {
  const spot = fc.record({
    x: fc.integer({ min: -40, max: 1270 }),
    y: fc.integer({ min: -40, max: 700 }),
  });
  const crowd = fc.array(spot, { minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(crowd, (spots) => {
      const speakers = spots.map(({ x, y }) => speaker(x, y, 150, 60));
      expect(collision(place(speakers), speakers)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('no bubble covers a speaker, however many stand close together', () => {
  const speakers = Array.from({ length: 8 }, (_, index) =>
    speaker(500 + (index % 4) * 60, 300 + Math.floor(index / 4) * 60, 220, 70),
  );
  expect(collision(place(speakers), speakers)).toBeNull();
});

test('a bubble moves aside for who stands by, and not to the other end of the screen', () => {
  const speakers = [speaker(600, 400)];
  const [straight] = place(speakers);
  const bystander = body(640, 320);
  const [aside] = place(speakers, [bystander]);
  if (!straight || !aside) throw new Error('There is no place.');
  expect(shareCovered(bystander, straight)).toBe(1);
  expect(shareCovered(bystander, aside)).toBeLessThan(0.4);
  expect(Math.hypot(aside.x - straight.x, aside.y - straight.y)).toBeLessThan(120);
});

test('a bubble stays where it is when others end, and moves when somebody speaks below it', () => {
  const [first, second] = [speaker(600, 400), speaker(620, 380)];
  const [, before] = place([first, second]);
  if (!before) throw new Error('There is no place.');
  const kept = { ...second, kept: offsetOf(before, second.body) };
  expect(place([kept])).toEqual([before]);
  const below = { ...first, body: { ...first.body, x: before.x + 20, y: before.y + 10 } };
  const [after] = place([kept, below]);
  expect(after && isApart(after, below.body)).toBe(true);
});
