/** Where the island is on the screen: whole pixels, all of it in sight, and drags that do not drift. */
import { expect, test } from '@playwright/test';
import { createArt, GRIDS, lightAt } from '../../renderer/overlay/draw/art/art.ts';
import {
  aimCamera,
  type Camera,
  centreView,
  fittingLevel,
  levelOf,
  panView,
  type View,
  ZOOM_LEVELS,
  zoomView,
} from '../../renderer/overlay/draw/camera.ts';
import { paintGround } from '../../renderer/overlay/draw/ground.ts';
import { createTerrain, extentOf, halfSideFor } from '../../renderer/overlay/sim/terrain.ts';
import { createWorld } from '../../renderer/overlay/sim/world.ts';

const FULL_HD = { width: 1920, height: 1080 };
const CENTRE: View = { level: 'fit', anchorX: 0.5, anchorY: 0.5, lookX: 0, lookY: 0 };

const terrain = createTerrain(7);
const island = (half: number) => extentOf(terrain, half);

/** Where a cell at height 0 is on the screen. */
const onScreen = ({ grid, scale, middleX, middleY }: Camera, x: number, y: number) => ({
  x: (middleX + (x - y) * grid.halfWidth) * scale,
  y: (middleY + (x + y) * grid.halfHeight) * scale,
});

test('the picture covers the screen with whole pixels', () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [801, 599],
    [3, 3],
  ] as const) {
    for (const members of [0, 40, 300, 5000]) {
      for (const zoom of ['fit', 1, 8] as const) {
        const view = { ...CENTRE, level: levelOf(zoom) };
        const camera = aimCamera({ width, height }, island(halfSideFor(members)), view);
        expect(Number.isInteger(camera.scale)).toBe(true);
        expect(camera.scale).toBeGreaterThanOrEqual(1);
        expect(camera.width * camera.scale).toBeGreaterThanOrEqual(width);
        expect(camera.height * camera.scale).toBeGreaterThanOrEqual(height);
      }
    }
  }
});

/** The corners of what is painted, from the middle, in pixels of the picture. */
function paintedBox(seed: number, members: number) {
  const world = { ...createWorld({ seed }), half: halfSideFor(members) };
  const art = createArt({ detail: 'near', theme: 'meadow', light: lightAt(12) });
  const { bitmap, middleX, middleY } = paintGround(art, GRIDS.near, world);
  let [left, right, top, bottom] = [0, 0, 0, 0];
  bitmap.pixels.forEach((pixel, index) => {
    if (pixel === 0) return;
    const x = (index % bitmap.width) - middleX;
    const y = Math.floor(index / bitmap.width) - middleY;
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  });
  return { left, right, top, bottom, extent: extentOf(world.terrain, world.half) };
}

test('the whole island is in sight, down to the tips of its rock, and as large as it can be', () => {
  for (let seed = 0; seed < 24; seed += 1) {
    const { left, right, top, bottom, extent } = paintedBox(seed, [4, 30, 120][seed % 3] ?? 4);
    const { halfWidth, halfHeight } = GRIDS.near;
    for (const [width, height] of [
      [1280, 720],
      [616, 338],
      [400, 900],
    ] as const) {
      const camera = aimCamera({ width, height }, extent, CENTRE);
      const across = (camera.grid.halfWidth / halfWidth) * camera.scale;
      const along = (camera.grid.halfHeight / halfHeight) * camera.scale;
      const { x, y } = onScreen(camera, 0, 0);
      expect(x + left * across, `${seed} left`).toBeGreaterThanOrEqual(0);
      expect(x + right * across, `${seed} right`).toBeLessThanOrEqual(width);
      // Room for a sprout on a head.
      expect(y + (top - 6) * along, `${seed} top`).toBeGreaterThanOrEqual(0);
      expect(y + bottom * along, `${seed} bottom`).toBeLessThanOrEqual(height);
    }
  }
});

test('an island with more members is never drawn larger', () => {
  for (const viewport of [FULL_HD, { width: 1280, height: 720 }, { width: 3840, height: 2160 }]) {
    let last = Number.POSITIVE_INFINITY;
    for (const members of [4, 40, 300, 1000, 3000, 5000, 10_000]) {
      const camera = aimCamera(viewport, island(halfSideFor(members)), CENTRE);
      const tile = camera.grid.halfWidth * camera.scale;
      expect(tile).toBeLessThanOrEqual(last);
      last = tile;
    }
  }
});

test('a crowd is drawn smaller, in art made for its size', () => {
  const detailFor = (members: number): string =>
    aimCamera(FULL_HD, island(halfSideFor(members)), CENTRE).detail;
  expect(detailFor(100)).toBe('near');
  expect(detailFor(1000)).toBe('near');
  expect(detailFor(5000)).toBe('far');
  expect(ZOOM_LEVELS.map(({ detail, scale }) => GRIDS[detail].halfWidth * scale)).toEqual([
    2, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64,
  ]);
});

test('zoom 1 to 8 is that many screen pixels for one of the picture', () => {
  for (let zoom = 1; zoom <= 8; zoom += 1) {
    const camera = aimCamera(FULL_HD, island(50), { ...CENTRE, level: levelOf(zoom) });
    expect([camera.detail, camera.scale]).toEqual(['near', zoom]);
  }
});

test('the anchor moves the island on the screen', () => {
  const at = (anchorX: number, anchorY: number) =>
    onScreen(aimCamera(FULL_HD, island(6), { ...CENTRE, anchorX, anchorY }), 0, 0);
  expect(at(0.75, 0.5).x - at(0.25, 0.5).x).toBeCloseTo(960, -1);
  // To the pixel of the picture.
  expect(Math.abs(at(0.5, 1).y - at(0.5, 0).y - 1080)).toBeLessThan(8);
});

test('a drag moves the island by as much as the pointer went', () => {
  const camera = aimCamera(FULL_HD, island(6), CENTRE);
  const { scale } = camera;
  const dragged = panView(CENTRE, camera, 37 * scale, -21 * scale);
  const after = aimCamera(FULL_HD, island(6), dragged);
  expect(after.middleX - camera.middleX).toBe(37);
  expect(after.middleY - camera.middleY).toBe(-21);
});

test('zooming keeps what is under the pointer there, and stops at both ends', () => {
  const half = island(12);
  for (const at of [
    { x: 960, y: 540 },
    { x: 100, y: 900 },
  ]) {
    const before = aimCamera(FULL_HD, half, CENTRE);
    const cellX = (at.x / before.scale - before.middleX) / before.grid.halfWidth;
    const cellY = (at.y / before.scale - before.middleY) / before.grid.halfHeight;
    const cell = { x: (cellX + cellY) / 2, y: (cellY - cellX) / 2 };
    for (const steps of [1, 2, -1]) {
      const after = aimCamera(FULL_HD, half, zoomView(CENTRE, FULL_HD, half, steps, at));
      const point = onScreen(after, cell.x, cell.y);
      expect(Math.abs(point.x - at.x)).toBeLessThanOrEqual(after.scale);
      expect(Math.abs(point.y - at.y)).toBeLessThanOrEqual(after.scale);
    }
  }
  const level = (steps: number) => zoomView(CENTRE, FULL_HD, half, steps, { x: 0, y: 0 }).level;
  expect(level(-100)).toBe(0);
  expect(level(100)).toBe(ZOOM_LEVELS.length - 1);
  expect(level(1)).toBe(fittingLevel(FULL_HD, half) + 1);
});

test('a cell can be brought to the middle', () => {
  const view = centreView({ ...CENTRE, level: levelOf(3) }, { x: 20, y: -4 });
  const camera = aimCamera(FULL_HD, island(40), view);
  const origin = aimCamera(FULL_HD, island(40), { ...CENTRE, level: levelOf(3) });
  expect(onScreen(camera, 20, -4)).toEqual(onScreen(origin, 0, 0));
});
