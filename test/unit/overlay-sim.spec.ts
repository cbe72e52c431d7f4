/** The world on the island: repeatable, nobody inside anybody, one speaker a channel. */
import { expect, test } from '@playwright/test';
import { hopProgress } from '../../renderer/overlay/sim/creature.ts';
import type { WorldEvent } from '../../renderer/overlay/sim/events.ts';
import { createShore, halfSideFor, isLand } from '../../renderer/overlay/sim/island.ts';
import { QUEUE_LENGTH, readingTicks } from '../../renderer/overlay/sim/speech.ts';
import { secondsUntilChange, step, TICK } from '../../renderer/overlay/sim/step.ts';
import { cellKey, createWorld, type World } from '../../renderer/overlay/sim/world.ts';
import type { Status, User } from '../../shared/protocol.ts';
import { createRandom } from '../../shared/random.ts';

const user = (uid: number, status: Status = 'online'): User => ({
  uid: String(uid),
  username: `name ${uid}`,
  status,
  roleColor: '#336699',
});
const arrived = (uid: number, status?: Status): WorldEvent => ({
  type: 'member-arrived',
  user: user(uid, status),
});
const said = (uid: number, text: string, channel = 'c'): WorldEvent => ({
  type: 'message-said',
  uid: String(uid),
  channel,
  text,
});
const crowd = (count: number, status?: Status): WorldEvent[] =>
  Array.from({ length: count }, (_, uid) => arrived(uid, status));

function worldWith(events: readonly WorldEvent[], seed = 1): World {
  const world = createWorld(seed);
  step(world, events, 0);
  return world;
}

const places = (world: World): unknown =>
  Array.from(world.creatures.values(), ({ user, cell, hopFrom, bubble }) => [
    user.uid,
    cell,
    hopFrom,
    bubble?.text,
  ]);

/** No cell is held twice, everybody stands on land, and no cell is held by somebody gone. */
function expectOrder(world: World): void {
  const { creatures, shore, half, occupied } = world;
  const places = [...creatures.values()].flatMap(({ cell, hopFrom }) =>
    hopFrom ? [cell, hopFrom] : [cell],
  );
  const isOrderly =
    new Set(places.map(cellKey)).size === places.length &&
    occupied.size === places.length &&
    places.every(({ x, y }) => isLand(shore, half, x, y));
  expect(isOrderly).toBe(true);
}

test('the same seed and the same events make the same world, however time is cut', () => {
  const events = [...crowd(30), said(3, 'hello'), said(4, 'what a day')];
  const smooth = worldWith(events);
  for (let frame = 0; frame < 1200; frame += 1) step(smooth, [], 1 / 60);
  const rough = worldWith(events);
  for (let frame = 0; frame < 200; frame += 1) step(rough, [], 0.1);
  const once = worldWith(events);
  step(once, [], 20);
  expect(places(rough)).toEqual(places(smooth));
  expect(places(once)).toEqual(places(smooth));
  expect(places(worldWith(events, 2))).not.toEqual(places(worldWith(events)));
});

test('nobody is ever in somebody else, or off the land', () => {
  const world = worldWith(crowd(120));
  for (let round = 0; round < 300; round += 1) {
    step(world, [], 0.2);
    expectOrder(world);
  }
});

test('nor when members come and go all the time', () => {
  const world = worldWith(crowd(20));
  const random = createRandom(5);
  for (let round = 0; round < 600; round += 1) {
    const uid = Math.floor(random() * 60);
    const event: WorldEvent = world.creatures.has(String(uid))
      ? { type: 'member-left', uid: String(uid) }
      : arrived(uid);
    step(world, [event, said(uid, 'hi')], random() * 0.3);
    expectOrder(world);
  }
});

test('who is online moves; who is idle, busy or away does not', () => {
  for (const status of ['online', 'idle', 'dnd', 'offline'] as const) {
    const world = worldWith(crowd(10, status));
    const before = places(world);
    step(world, [], 10);
    const moved = JSON.stringify(places(world)) !== JSON.stringify(before);
    expect(moved, status).toBe(status === 'online');
  }
});

test('a change of status changes the creature where it stands', () => {
  const world = worldWith(crowd(5, 'offline'));
  const before = world.creatures.get('2')?.cell;
  step(world, [{ type: 'member-changed', user: user(2, 'online') }], 0);
  expect(world.creatures.get('2')?.cell).toEqual(before);
  step(world, [], 10);
  expect(world.creatures.get('2')?.cell).not.toEqual(before);
});

test('a hop goes from 0 to 1 and ends on a neighbouring cell', () => {
  const world = worldWith(crowd(1));
  const creature = world.creatures.get('0');
  if (!creature) throw new Error('Nobody is there.');
  let last = 0;
  for (let tick = 0; tick < 2000 && last < 0.95; tick += 1) {
    step(world, [], TICK);
    const progress = hopProgress(creature, world.tick);
    if (creature.hopFrom) expect(progress).toBeGreaterThanOrEqual(last);
    last = progress;
    const { cell, hopFrom } = creature;
    if (hopFrom) expect(Math.abs(cell.x - hopFrom.x) + Math.abs(cell.y - hopFrom.y)).toBe(1);
  }
  expect(last).toBeGreaterThan(0.9);
});

test('the island grows with its members and moves nobody', () => {
  const world = worldWith(crowd(20));
  const before = places(world);
  const { half } = world;
  step(
    world,
    Array.from({ length: 200 }, (_, index) => arrived(100 + index)),
    0,
  );
  expect(world.half).toBeGreaterThan(half);
  expect((places(world) as unknown[]).slice(0, 20)).toEqual(before);
  expect(halfSideFor(4) * 2).toBe(12);
  expect(halfSideFor(53) * 2).toBeGreaterThanOrEqual(24);
  expect(halfSideFor(1000) * 2).toBeGreaterThanOrEqual(Math.floor(3.3 * Math.sqrt(1000)));
});

test('every island is one piece, with room for its members, and part of the next larger one', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const shore = createShore(seed);
    for (const members of [1, 10, 60, 300]) {
      const half = halfSideFor(members);
      const land = landCells(shore, half);
      expect(land.size).toBeGreaterThan(members * 3);
      expect(reachable(land)).toBe(land.size);
      expect([...land.values()].every(([x, y]) => isLand(shore, half + 1, x, y))).toBe(true);
    }
  }
});

function landCells(shore: World['shore'], half: number): Map<string, readonly [number, number]> {
  const land = new Map<string, readonly [number, number]>();
  for (let x = -half - 3; x <= half + 3; x += 1) {
    for (let y = -half - 3; y <= half + 3; y += 1) {
      if (isLand(shore, half, x, y)) land.set(`${x},${y}`, [x, y]);
    }
  }
  return land;
}

function reachable(land: ReadonlyMap<string, readonly [number, number]>): number {
  const seen = new Set(['0,0']);
  const edge: (readonly [number, number])[] = [[0, 0]];
  for (let cell = edge.pop(); cell; cell = edge.pop()) {
    const [x, y] = cell;
    for (const next of [
      [x + 1, y],
      [x - 1, y],
      [x, y + 1],
      [x, y - 1],
    ] as const) {
      const key = next.join();
      if (!land.has(key) || seen.has(key)) continue;
      seen.add(key);
      edge.push(next);
    }
  }
  return seen.size;
}

test('one speaks at a time in a channel, others in theirs', () => {
  const world = worldWith([...crowd(6), said(0, 'a'), said(1, 'b'), said(2, 'c', 'other')]);
  const speaking = (): string[] =>
    [...world.creatures.values()].filter(({ bubble }) => bubble).map(({ user: { uid } }) => uid);
  step(world, [], TICK);
  expect(speaking()).toEqual(['0', '2']);
  step(world, [], readingTicks('a') * TICK + 0.5);
  expect(speaking()).toEqual(['1']);
  step(world, [], 30);
  expect(speaking()).toEqual([]);
  expect(world.channels.size).toBe(0);
});

test('who speaks stays, and walks on afterwards', () => {
  const world = worldWith(crowd(1));
  step(world, [said(0, 'x'.repeat(100))], 1);
  const { cell } = world.creatures.get('0') ?? {};
  step(world, [], 4);
  expect(world.creatures.get('0')?.bubble).not.toBeNull();
  expect(world.creatures.get('0')?.cell).toEqual(cell);
  step(world, [], 30);
  expect(world.creatures.get('0')?.bubble).toBeNull();
  expect(world.creatures.get('0')?.cell).not.toEqual(cell);
});

test('a flood of chat keeps its latest and grows nothing', () => {
  const world = worldWith(crowd(10));
  for (let index = 0; index < 5000; index += 1) {
    step(world, [said(index % 10, `message ${index}`, `${index % 40}`)], 0.001);
  }
  expect(world.channels.size).toBeLessThanOrEqual(16);
  for (const { queue } of world.channels.values()) {
    expect(queue.length).toBeLessThanOrEqual(QUEUE_LENGTH);
  }
  const texts = [...world.channels.values()].flatMap(({ queue }) =>
    queue.map(({ event }) => event.text),
  );
  expect(texts.some((text) => Number(text.split(' ')[1]) > 4900)).toBe(true);
});

test('who leaves in the middle of a word leaves the channel free', () => {
  const world = worldWith([...crowd(3), said(0, 'bye'), said(0, 'more'), said(1, 'oh')]);
  step(world, [], TICK);
  step(world, [{ type: 'member-left', uid: '0' }], 0.5);
  expect(world.creatures.get('1')?.bubble?.text).toBe('oh');
});

test('messages of strangers are dropped', () => {
  const world = worldWith([said(7, 'boo')]);
  step(world, [], 1);
  expect(world.channels.size).toBe(0);
});

test('reading takes as long as it takes, within bounds', () => {
  expect(readingTicks('hi')).toBe(150);
  expect(readingTicks('x'.repeat(60))).toBeGreaterThan(readingTicks('x'.repeat(30)));
  expect(readingTicks('字'.repeat(30))).toBeGreaterThan(readingTicks('x'.repeat(30)));
  expect(readingTicks('x'.repeat(2000))).toBe(720);
});

test('no more creatures than asked for; the others come in when there is room', () => {
  const world = createWorld(1, 5);
  step(world, crowd(8), 1);
  expect(world.creatures.size).toBe(5);
  expect(world.waiting.size).toBe(3);
  step(world, [{ type: 'member-changed', user: user(6, 'dnd') }], 0);
  for (const uid of ['7', '0', '1']) step(world, [{ type: 'member-left', uid }], 0);
  expect([...world.creatures.keys()]).toEqual(['2', '3', '4', '5', '6']);
  expect(world.creatures.get('6')?.user.status).toBe('dnd');
  expect(world.waiting.size).toBe(0);
});

test('a world in which nothing moves asks for nothing', () => {
  const world = worldWith(crowd(50, 'offline'));
  step(world, [], 1);
  expect(secondsUntilChange(world)).toBe(Number.POSITIVE_INFINITY);
  const { revision } = world;
  step(world, [], 1000);
  expect(world.revision).toBe(revision);
  expect(world.tick * TICK).toBeCloseTo(1001, 3);
});

test('a world tells when it will move, and not before', () => {
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
  expect(world.revision).toBeGreaterThan(100);
});
