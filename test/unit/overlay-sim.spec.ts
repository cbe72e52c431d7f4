/** The world on the island as a whole: repeatable, orderly, and still when nothing happens. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { RISE_TICKS } from '../../renderer/overlay/sim/creature.ts';
import { depthOf } from '../../renderer/overlay/sim/depth-order.ts';
import type { WorldEvent } from '../../renderer/overlay/sim/events.ts';
import { cellAt } from '../../renderer/overlay/sim/grid.ts';
import { settle } from '../../renderer/overlay/sim/life.ts';
import { secondsUntilChange, step, TICK } from '../../renderer/overlay/sim/step.ts';
import type { World } from '../../renderer/overlay/sim/world.ts';
import { STATUSES } from '../../shared/protocol.ts';
import { arrived, changed, crowd, left, said, snapshot, worldWith } from '../fixtures/island.ts';

/** What is wrong: cells held twice, by nobody or off land, or somebody drawn where he is not. */
function disorder({ creatures, grid, leaving, order, tick }: World): string | null {
  const cells = new Set<number>();
  const rising = [...leaving].filter(({ passageStart }) => tick - passageStart < RISE_TICKS);
  for (const { x, y, fromX, fromY, user } of [...creatures.values(), ...rising]) {
    for (const cell of new Set([cellAt(grid, x, y), cellAt(grid, fromX, fromY)])) {
      if (grid.land[cell] !== 1) return `${user.uid} is off the land`;
      if (cells.has(cell)) return `${user.uid} is in somebody else`;
      if (grid.taken[cell] !== 1) return `${user.uid} holds no place`;
      cells.add(cell);
    }
  }
  if (grid.taken.reduce((sum, taken) => sum + taken, 0) !== cells.size) return 'held by nobody';
  let drawn = 0;
  for (const [depth, bucket] of order.buckets) {
    for (const creature of bucket) {
      drawn += 1;
      const isKnown = creatures.get(creature.user.uid) === creature || leaving.has(creature);
      if (!isKnown) return `${creature.user.uid} is a ghost`;
      if (depthOf(creature) !== depth) return `${creature.user.uid} is drawn out of order`;
    }
  }
  return drawn === creatures.size + leaving.size ? null : 'somebody is not drawn, or twice';
}

test('the same seed and the same events make the same world, however time is cut', () => {
  const events = [...crowd(30), said(3, 'hello'), said(4, 'what a day')];
  const smooth = worldWith(events);
  for (let frame = 0; frame < 1200; frame += 1) step(smooth, [], 1 / 60);
  const rough = worldWith(events);
  for (let frame = 0; frame < 200; frame += 1) step(rough, [], 0.1);
  const once = worldWith(events);
  step(once, [], 20);
  expect(snapshot(rough)).toBe(snapshot(smooth));
  expect(snapshot(once)).toBe(snapshot(smooth));
  const other = worldWith(events, { seed: 2 });
  expect(snapshot(other)).not.toBe(snapshot(worldWith(events)));
});

test('nobody is ever in somebody else or off the land, whatever happens', () => {
  const uid = fc.integer({ min: 0, max: 30 });
  const status = fc.constantFrom(...STATUSES);
  const event: fc.Arbitrary<WorldEvent> = fc.oneof(
    fc.tuple(uid, status).map(([uid, status]) => arrived(uid, status)),
    fc.tuple(uid, status).map(([uid, status]) => changed(uid, status)),
    uid.map(left),
    fc.tuple(uid, fc.constantFrom('a', 'b')).map(([uid, channel]) => said(uid, 'hi', channel)),
  );
  const story = fc.array(
    fc.tuple(fc.array(event, { maxLength: 4 }), fc.double({ min: 0, max: 2, noNaN: true })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(story, fc.boolean(), (story, hideOffline) => {
      const world = worldWith(crowd(12), { hideOffline, max: 20 });
      for (const [events, seconds] of story) {
        step(world, events, seconds);
        const problem = disorder(world);
        if (problem !== null) throw new Error(problem);
      }
    }),
    { numRuns: 60 },
  );
});

test('a crowd keeps in order while it walks', () => {
  const world = worldWith(crowd(120));
  for (let round = 0; round < 60; round += 1) {
    step(world, [said(round, 'come here')], 0.7);
    expect(disorder(world)).toBeNull();
  }
});

test('nobody is ever where the beacon is', () => {
  const world = worldWith(crowd(60));
  for (let round = 0; round < 200; round += 1) {
    step(world, [], 0.2);
    const isThere = [...world.creatures.values()].some(({ x, y }) => x === 0 && y === 0);
    expect(isThere).toBe(false);
  }
});

test('a world in which nothing moves asks for nothing', () => {
  for (const status of ['offline', 'dnd'] as const) {
    const world = worldWith(crowd(50, status));
    step(world, [], 1);
    expect(secondsUntilChange(world)).toBe(Number.POSITIVE_INFINITY);
    const { revision } = world;
    step(world, [], 1000);
    expect(world.revision).toBe(revision);
    expect(world.tick * TICK).toBeCloseTo(1001, 3);
  }
});

test('sleepers breathe, slowly', () => {
  const world = worldWith(crowd(5, 'idle'));
  step(world, [], 1);
  const { revision } = world;
  step(world, [], 60);
  expect(world.revision - revision).toBe(30);
});

test('a world tells when it will change, and not before', () => {
  const world = worldWith(crowd(3));
  step(world, [], TICK);
  for (let round = 0; round < 100; round += 1) {
    const wait = secondsUntilChange(world);
    const { revision } = world;
    if (wait > 2 * TICK) {
      step(world, [], wait - TICK);
      expect(world.revision).toBe(revision);
    }
    step(world, [], 2 * TICK);
  }
  expect(world.revision).toBeGreaterThan(60);
});

test('the calm keep still: nobody wanders, blinks or comes along, and nothing is animated', () => {
  const world = worldWith(crowd(20), { isCalm: true });
  const before = snapshot(world).replace(/"(tick|revision)":\d+/g, '');
  step(world, [], 60);
  expect(snapshot(world).replace(/"(tick|revision)":\d+/g, '')).toBe(before);
  step(world, [arrived(50), left(1), changed(2, 'dnd'), said(3, 'hi'), said(4, 'ho')], 1);
  const passages = [...world.creatures.values()].map(({ passage }) => passage);
  expect(new Set(passages)).toEqual(new Set(['none']));
  expect(world.leaving.size).toBe(0);
  expect([...world.creatures.values()].some(({ follows }) => follows !== null)).toBe(false);
  expect(world.creatures.get('3')?.bubble?.text).toBe('hi');
});

test('who was not seen coming is there when somebody looks again', () => {
  const world = worldWith(crowd(5, 'dnd'));
  step(world, [arrived(9, 'dnd'), left(1), changed(2, 'offline')], 0);
  settle(world, 600);
  step(world, [], 1);
  expect(world.creatures.get('9')?.passage).toBe('none');
  expect(world.leaving.size).toBe(0);
  expect(disorder(world)).toBeNull();
  expect(secondsUntilChange(world)).toBe(Number.POSITIVE_INFINITY);
});

test('the beacon pulses with what happens, and goes off air with the link', () => {
  const world = worldWith(crowd(3, 'dnd'));
  expect(world.beacon).toMatchObject({ isOnAir: true });
  step(world, [], 5);
  const quietSince = world.beacon.pulsedAt;
  expect(secondsUntilChange(world)).toBe(Number.POSITIVE_INFINITY);
  step(world, [said(1, 'hi')], 0.1);
  expect(world.beacon.pulsedAt).toBeGreaterThan(quietSince);
  step(world, [], 30);
  const { revision } = world;
  step(world, [{ type: 'link-lost' }], 0);
  expect(world.beacon.isOnAir).toBe(false);
  expect(world.revision).toBeGreaterThan(revision);
  step(world, [{ type: 'link-restored' }], 0);
  expect(world.beacon.isOnAir).toBe(true);
});
