/** Members come, change, hide and go. */
import { expect, test } from '@playwright/test';
import {
  ARRIVE_TICKS,
  CHANGE_TICKS,
  hopProgress,
  isHopping,
  LEAVE_TICKS,
} from '../../renderer/overlay/sim/creature.ts';
import { secondsUntilChange, step, TICK } from '../../renderer/overlay/sim/step.ts';
import type { World } from '../../renderer/overlay/sim/world.ts';
import { arrived, changed, crowd, left, said, worldWith } from '../fixtures/island.ts';

const cellOf = (world: World, uid: number): unknown => {
  const { x, y } = world.creatures.get(String(uid)) ?? {};
  return [x, y];
};

test('who is online moves; who is idle, busy or away does not', () => {
  for (const status of ['online', 'idle', 'dnd', 'offline'] as const) {
    const world = worldWith(crowd(10, status));
    const before = Array.from({ length: 10 }, (_, uid) => cellOf(world, uid));
    step(world, [], 10);
    const after = Array.from({ length: 10 }, (_, uid) => cellOf(world, uid));
    expect(JSON.stringify(after) !== JSON.stringify(before), status).toBe(status === 'online');
  }
});

test('a hop goes from 0 to 1 and ends on a neighbouring cell', () => {
  const world = worldWith(crowd(1));
  const creature = world.creatures.get('0');
  if (!creature) throw new Error('Nobody is there.');
  let last = 0;
  for (let tick = 0; tick < 3000 && last < 0.95; tick += 1) {
    step(world, [], TICK);
    const progress = hopProgress(creature, world.tick);
    if (isHopping(creature)) {
      expect(progress).toBeGreaterThanOrEqual(last);
      const { x, y, fromX, fromY } = creature;
      expect(Math.abs(x - fromX) + Math.abs(y - fromY)).toBe(1);
    }
    last = progress;
  }
  expect(last).toBeGreaterThan(0.9);
});

test('the online blink, one after the other, and the others keep their eyes as they are', () => {
  const world = worldWith([...crowd(8), arrived(20, 'dnd')]);
  const blinks = new Map<string, Set<number>>();
  for (let tick = 0; tick < 900; tick += 1) {
    step(world, [], TICK);
    for (const { user, blinkStart } of world.creatures.values()) {
      if (blinkStart > 0) blinks.set(user.uid, (blinks.get(user.uid) ?? new Set()).add(blinkStart));
    }
  }
  expect([...blinks.keys()].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  expect(new Set([...blinks.values()].map((starts) => [...starts].join())).size).toBe(8);
});

test('a change of status is shown where the creature stands, and then is over', () => {
  const world = worldWith(crowd(3, 'dnd'));
  step(world, [], 1);
  const before = cellOf(world, 2);
  step(world, [changed(2, 'offline')], 0);
  const creature = world.creatures.get('2');
  expect(creature).toMatchObject({ before: 'dnd', changedAt: world.tick });
  const { revision } = world;
  step(world, [], CHANGE_TICKS * TICK);
  expect(world.revision - revision).toBeGreaterThanOrEqual(CHANGE_TICKS);
  expect(cellOf(world, 2)).toEqual(before);
  step(world, [], 5);
  expect(secondsUntilChange(world)).toBe(Number.POSITIVE_INFINITY);
});

test('a new name or colour is no change of status', () => {
  const world = worldWith(crowd(3, 'dnd'));
  const user = { uid: '1', username: 'New', status: 'dnd', roleColor: '#ff0000' } as const;
  step(world, [{ type: 'member-changed', user }], 0.5);
  expect(world.creatures.get('1')?.user).toEqual(user);
  expect(world.creatures.get('1')?.changedAt).toBeLessThan(0);
});

test('the first are just there; who joins later arrives, and speaks when he has landed', () => {
  const world = worldWith(crowd(5, 'dnd'));
  expect([...world.creatures.values()].every(({ passage }) => passage === 'none')).toBe(true);
  step(world, [arrived(9), said(9, 'hi')], (ARRIVE_TICKS - 5) * TICK);
  expect(world.creatures.get('9')).toMatchObject({ passage: 'arriving', bubble: null });
  step(world, [], 0.5);
  expect(world.creatures.get('9')?.passage).toBe('none');
  expect(world.creatures.get('9')?.bubble?.text).toBe('hi');
});

test('a crowd that comes at once is just there', () => {
  const world = worldWith(crowd(5, 'dnd'));
  step(
    world,
    Array.from({ length: 41 }, (_, index) => arrived(100 + index)),
    0,
  );
  expect([...world.creatures.values()].every(({ passage }) => passage === 'none')).toBe(true);
});

test('who leaves is seen off, has no place any more, and is gone in the end', () => {
  const world = worldWith(crowd(5, 'dnd'));
  step(world, [left(3)], 0.5);
  expect(world.creatures.has('3')).toBe(false);
  const [leaver] = world.leaving;
  expect(leaver?.user.uid).toBe('3');
  step(world, [], LEAVE_TICKS * TICK);
  expect(world.leaving.size).toBe(0);
  step(world, [], 5);
  expect(secondsUntilChange(world)).toBe(Number.POSITIVE_INFINITY);
});

test('who leaves and comes back at once is there once, and once on his way out', () => {
  const world = worldWith(crowd(5, 'dnd'));
  step(world, [left(3)], 0.2);
  step(world, [arrived(3, 'dnd')], 0.2);
  expect(world.creatures.size).toBe(5);
  expect(world.leaving.size).toBe(1);
});

test('the offline can be hidden: they take no place, leave when they go and arrive when they come', () => {
  const world = worldWith([...crowd(3), arrived(3, 'offline'), arrived(4, 'offline')], {
    hideOffline: true,
  });
  expect([...world.creatures.keys()]).toEqual(['0', '1', '2']);
  step(world, [changed(4, 'online'), changed(0, 'offline')], 0.1);
  expect([...world.creatures.keys()]).toEqual(['1', '2', '4']);
  expect(world.creatures.get('4')?.passage).toBe('arriving');
  expect([...world.leaving].map(({ user }) => user.uid)).toEqual(['0']);
  step(world, [left(0), left(3)], 5);
  expect(world.hidden.size).toBe(0);
  const large = worldWith(crowd(400, 'offline'), { hideOffline: true });
  expect(large.half).toBe(6);
});

test('no more creatures than asked for; the others come in when there is room', () => {
  const world = worldWith(crowd(8, 'dnd'), { max: 5 });
  step(world, [], 1);
  expect(world.creatures.size).toBe(5);
  expect(world.waiting.size).toBe(3);
  step(world, [changed(6, 'idle')], 0);
  for (const uid of [7, 0, 1]) step(world, [left(uid)], 0);
  expect([...world.creatures.keys()].sort()).toEqual(['2', '3', '4', '5', '6']);
  expect(world.creatures.get('6')?.user.status).toBe('idle');
  expect(world.waiting.size).toBe(0);
});
