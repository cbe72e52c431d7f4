/** How a creature holds itself: on its tile, through the air, with the right face, and gone in the end. */
import { expect, test } from '@playwright/test';
import { GRIDS } from '../../renderer/overlay/draw/art/art.ts';
import { createFigure, type Figure, pose } from '../../renderer/overlay/draw/figure.ts';
import {
  ARRIVE_TICKS,
  BLINK_TICKS,
  BREATH_TICKS,
  CHANGE_TICKS,
  type Creature,
  HOP_TICKS,
  LEAVE_TICKS,
} from '../../renderer/overlay/sim/creature.ts';
import { step } from '../../renderer/overlay/sim/step.ts';
import type { Terrain } from '../../renderer/overlay/sim/terrain.ts';
import { createWorld } from '../../renderer/overlay/sim/world.ts';

const NOW = 10_000;
const GRID = GRIDS.near;
const flat: Terrain = { depth: () => 9, heightAt: () => 0 };
const hilly: Terrain = { depth: () => 9, heightAt: (x: number) => (x > 3 ? 2 : 0) };

function creature(changes: Partial<Creature>): Creature {
  const world = createWorld({ seed: 1 });
  const user = { uid: '1', username: 'Ann', status: 'online', roleColor: '#336699' } as const;
  step(world, [{ type: 'member-arrived', user }], 0);
  const arrived = world.creatures.get('1');
  if (!arrived) throw new Error('Nobody arrived.');
  return Object.assign(arrived, { x: 3, y: 1, fromX: 3, fromY: 1 }, changes);
}

function posed(changes: Partial<Creature>, tick = NOW, terrain = flat): Figure {
  const figure = createFigure();
  pose(figure, creature(changes), tick, terrain, GRID);
  return figure;
}

const status = (status: Creature['before']): Creature['user'] => ({
  uid: '1',
  username: 'Ann',
  status,
  roleColor: '#336699',
});

test('who stands is in the middle of its tile, as high as the ground', () => {
  expect(posed({})).toMatchObject({ x: 2 * 8, y: 4 * 4, lift: 0, frame: 'rest' });
  const above = posed({ x: 4, y: 0, fromX: 4, fromY: 0 }, NOW, hilly);
  expect(above).toMatchObject({ x: 4 * 8, y: 4 * 4 - 2 * GRID.step, lift: 0 });
});

test('a hop begins and ends on the ground of both tiles, and goes up between', () => {
  const hop = { x: 4, y: 1, fromX: 3, fromY: 1, hopStart: NOW };
  const at = (share: number) => posed(hop, NOW + share * HOP_TICKS, hilly);
  expect(at(0)).toMatchObject({ x: 16, y: 16, lift: 0, frame: 'crouch' });
  expect(at(1)).toMatchObject({ x: 24, y: 20 - 2 * GRID.step, lift: 0, frame: 'land' });
  expect(at(0.5).lift).toBeGreaterThan(GRID.halfHeight);
  expect(new Set([0.3, 0.7].map((share) => at(share).frame))).toEqual(new Set(['leap', 'fall']));
  let last = 16;
  for (let share = 0; share <= 1; share += 0.05) {
    expect(at(share).x).toBeGreaterThanOrEqual(last);
    last = at(share).x;
  }
});

test('who arrives floats down on a parachute and is let go on the ground', () => {
  const arriving = { passage: 'arriving', passageStart: NOW } as const;
  const heights = [0, 0.3, 0.6, 1].map((p) => posed(arriving, NOW + p * ARRIVE_TICKS).lift);
  expect(heights).toEqual([...heights].sort((one, other) => other - one));
  expect(heights.at(-1)).toBe(0);
  expect(posed(arriving, NOW + 30).carrier).toBe('parachute');
  expect(posed(arriving, NOW + ARRIVE_TICKS)).toMatchObject({ carrier: 'none', frame: 'land' });
});

test('who leaves rises at a balloon, and is gone in the end', () => {
  const leaving = { passage: 'leaving', passageStart: NOW } as const;
  const figures = [0, 0.3, 0.6, 1].map((part) => posed(leaving, NOW + part * LEAVE_TICKS));
  const heights = figures.map(({ lift }) => lift);
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
  expect(figures.every(({ carrier }) => carrier === 'balloon')).toBe(true);
  expect(figures[0]?.missing).toBe(0);
  expect(figures.at(-1)?.missing).toBe(4);
});

test('who hides is seen off awake', () => {
  const hidden = { passage: 'leaving', passageStart: NOW, before: 'online' } as const;
  const figure = posed({ ...hidden, user: status('offline') }, NOW + 60);
  expect(figure.status).toBe('online');
});

test('a change of status dips, and shows the new one from the middle on', () => {
  const change = { user: status('dnd'), before: 'online', changedAt: NOW } as const;
  const at = (share: number) => posed(change, NOW + share * CHANGE_TICKS);
  expect(at(0)).toMatchObject({ status: 'online', frame: 'rest' });
  expect(at(0.4)).toMatchObject({ status: 'online', frame: 'change' });
  expect(at(0.6)).toMatchObject({ status: 'dnd', frame: 'change' });
  expect(at(1)).toMatchObject({ status: 'dnd', frame: 'rest' });
});

test('eyes blink, the idle breathe, and a mouth moves while something is said', () => {
  expect(posed({ blinkStart: NOW }, NOW + BLINK_TICKS - 1).frame).toBe('blink');
  expect(posed({ blinkStart: NOW }, NOW + BLINK_TICKS).frame).toBe('rest');
  const idle = { user: status('idle') };
  const breaths = [0, 1, 2].map((count) => posed(idle, NOW + count * BREATH_TICKS).frame);
  expect(breaths[0]).toBe(breaths[2]);
  expect(new Set(breaths)).toEqual(new Set(['rest', 'breath']));
  const bubble = { channel: 'c', text: 'hi', opensAt: NOW, closesAt: NOW + 200 };
  const mouths = [0, 12, 24].map((ticks) => posed({ bubble }, NOW + ticks).frame);
  expect(new Set(mouths)).toEqual(new Set(['talk', 'rest']));
});

test('who leaves in the middle of a hop goes up as well, from where it is in the air', () => {
  const hop = { x: 1, fromX: 0, hopStart: NOW - HOP_TICKS / 2, passage: 'leaving' } as const;
  const at = (since: number): Figure => {
    const figure = createFigure();
    const leaver = creature({ ...hop, y: 0, fromY: 0, passageStart: NOW });
    pose(figure, leaver, NOW + since, flat, GRID);
    return figure;
  };
  const start = createFigure();
  pose(start, creature({ ...hop, y: 0, fromY: 0, passage: 'none' }), NOW, flat, GRID);
  expect(at(0)).toMatchObject({ x: start.x, y: start.y, lift: start.lift, carrier: 'balloon' });
  expect(at(LEAVE_TICKS - 10).lift).toBeGreaterThan(at(60).lift);
  expect(at(LEAVE_TICKS - 1).missing).toBeGreaterThan(2);
});
