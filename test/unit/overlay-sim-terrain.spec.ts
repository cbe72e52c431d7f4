/** The land: one piece, large enough, and the same when it grows. */
import { expect, test } from '@playwright/test';
import { createGrid } from '../../renderer/overlay/sim/grid.ts';
import { step } from '../../renderer/overlay/sim/step.ts';
import { createTerrain, halfSideFor, isLand } from '../../renderer/overlay/sim/terrain.ts';
import { arrived, crowd, worldWith } from '../fixtures/island.ts';

test('the side is enough for its members', () => {
  expect(halfSideFor(4) * 2).toBe(12);
  expect(halfSideFor(53) * 2).toBeGreaterThanOrEqual(24);
  expect(halfSideFor(400) * 2).toBe(66);
  for (const [members, side] of [
    [1000, 96],
    [5000, 184],
    [10_000, 244],
  ] as const) {
    expect(Math.abs(halfSideFor(members) * 2 - side)).toBeLessThanOrEqual(4);
    expect((halfSideFor(members) * 2) ** 2).toBeGreaterThan(members * 5);
  }
  const sides = Array.from({ length: 10_000 }, (_, members) => halfSideFor(members));
  expect(sides).toEqual([...sides].sort((one, other) => one - other));
});

test('every island is one piece, with room for its members, and part of the next larger one', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const terrain = createTerrain(seed);
    for (const members of [1, 10, 60, 300]) {
      const half = halfSideFor(members);
      const { land, side } = createGrid(terrain, half);
      const cells = land.reduce((sum, isLand) => sum + isLand, 0);
      expect(cells).toBeGreaterThan(members * 3);
      expect(reachable(land, side)).toBe(cells);
      let lost = 0;
      for (let x = -half - 3; x <= half + 3; x += 1) {
        for (let y = -half - 3; y <= half + 3; y += 1) {
          if (isLand(terrain, half, x, y) && !isLand(terrain, half + 1, x, y)) lost += 1;
        }
      }
      expect(lost).toBe(0);
    }
  }
});

function reachable(land: Uint8Array, side: number): number {
  const start = land.indexOf(1);
  const seen = new Set([start]);
  const edge = [start];
  for (let cell = edge.pop(); cell !== undefined; cell = edge.pop()) {
    for (const next of [cell + 1, cell - 1, cell + side, cell - side]) {
      if (land[next] !== 1 || seen.has(next)) continue;
      seen.add(next);
      edge.push(next);
    }
  }
  return seen.size;
}

test('there are plateaus, none near the beacon, and nobody has to climb two steps at once', () => {
  let [low, middle, high, cliffs, hilly] = [0, 0, 0, 0, 0];
  for (let seed = 0; seed < 60; seed += 1) {
    const { heightAt } = createTerrain(seed);
    for (let x = -20; x <= 20; x += 1) {
      for (let y = -20; y <= 20; y += 1) {
        const height = heightAt(x, y);
        if (height === 0) low += 1;
        else if (height === 1) middle += 1;
        else high += 1;
        if (Math.abs(x) <= 1 && Math.abs(y) <= 1 && height > 0) hilly += 1;
        if (Math.abs(heightAt(x + 1, y) - height) > 1) cliffs += 1;
      }
    }
  }
  expect(hilly).toBe(0);
  const all = low + middle + high;
  expect(low / all).toBeGreaterThan(0.6);
  expect(middle / all).toBeGreaterThan(0.05);
  expect(high).toBeGreaterThan(0);
  expect(cliffs / all).toBeLessThan(0.01);
});

test('the island grows with its members, and moves nobody', () => {
  const world = worldWith(crowd(20, 'dnd'));
  const where = () =>
    Array.from({ length: 20 }, (_, uid) => {
      const { x = 0, y = 0 } = world.creatures.get(String(uid)) ?? {};
      return [x, y, world.terrain.heightAt(x, y)];
    });
  const [before, { half }] = [where(), world];
  step(
    world,
    Array.from({ length: 200 }, (_, index) => arrived(100 + index, 'dnd')),
    5,
  );
  expect(world.half).toBeGreaterThan(half);
  expect(where()).toEqual(before);
});
