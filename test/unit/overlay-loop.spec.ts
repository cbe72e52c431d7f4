/** The loop: pictures when there is something new to see, sleep when there is not. */
import { expect, test } from '@playwright/test';
import { Loop } from '../../renderer/overlay/loop.ts';
import type { WorldEvent } from '../../renderer/overlay/sim/events.ts';
import { createWorld } from '../../renderer/overlay/sim/world.ts';
import type { Status } from '../../shared/protocol.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const arrived = (uid: string, status: Status): WorldEvent => ({
  type: 'member-arrived',
  user: { uid, username: uid, status, roleColor: '#ffffff' },
});

function setUp(status: Status, fps: number | null = null, isCalm = false) {
  const clock = new FakeClock();
  const counts = { frames: 0, pictures: 0 };
  const loop = new Loop({
    clock,
    nextFrame: (action) =>
      clock.after(1000 / 60, () => {
        counts.frames += 1;
        action();
      }),
    draw: () => {
      counts.pictures += 1;
    },
    fps,
  });
  const world = createWorld({ seed: 1, isCalm });
  loop.load(world);
  loop.tell([arrived('1', status)]);
  clock.advance(1000);
  return { clock, counts, loop, world };
}

test('a still scene is drawn once, and not a frame is asked for', () => {
  const { clock, counts, loop } = setUp('offline');
  const before = { ...counts };
  expect(before.pictures).toBe(1);
  clock.advance(3_600_000);
  expect(counts).toEqual(before);
  expect(clock.pending).toBe(0);
  loop.redraw();
  clock.advance(100);
  expect(counts.pictures).toBe(2);
});

test('between two hops it sleeps, and wakes in time', () => {
  const { clock, counts, world } = setUp('online');
  clock.advance(60_000);
  expect(counts.pictures).toBeGreaterThan(60);
  expect(counts.frames).toBeLessThan(60 * 60 * 0.7);
  expect(counts.frames - counts.pictures).toBeLessThan(counts.pictures / 4);
  expect(Math.abs(world.tick - 61 * 60)).toBeLessThan(7 * 60);
});

test('a message wakes it, and has its full time on the screen', () => {
  const { clock, counts, loop, world } = setUp('idle', null, true);
  clock.advance(10_000);
  const before = counts.pictures;
  loop.tell([{ type: 'message-said', uid: '1', channel: 'c', text: 'hello' }]);
  clock.advance(2_300);
  expect(world.creatures.get('1')?.bubble?.text).toBe('hello');
  // Without motion, a picture a second: there may be a page to turn.
  expect(counts.pictures - before).toBeLessThanOrEqual(4);
  const spoken = counts.pictures;
  clock.advance(400);
  expect(world.creatures.get('1')?.bubble).toBeNull();
  expect(counts.pictures).toBe(spoken + 1);
});

test('hidden, time stands still and nothing is drawn, but the roster is kept', () => {
  const { clock, counts, loop, world } = setUp('online');
  loop.pause();
  const { pictures } = counts;
  const { tick } = world;
  clock.advance(60_000);
  loop.tell([arrived('2', 'online')]);
  clock.advance(60_000);
  expect(counts.pictures).toBe(pictures);
  expect(world.tick).toBe(tick);
  expect(world.creatures.size).toBe(2);
  expect(clock.pending).toBe(0);
  loop.resume();
  clock.advance(100);
  expect(counts.pictures).toBeGreaterThan(pictures);
  expect(world.tick - tick).toBeLessThan(10);
});

test('hidden for a day, it keeps nothing of those who came and went', () => {
  const { loop, world } = setUp('online');
  loop.pause();
  for (let uid = 100; uid < 1100; uid += 1) {
    loop.tell([arrived(`${uid}`, 'dnd')]);
    loop.tell([{ type: 'member-left', uid: `${uid}` }]);
  }
  expect(world.leaving.size).toBe(0);
  const drawn = [...world.order.buckets.values()].reduce((sum, { length }) => sum + length, 0);
  expect(drawn).toBe(1);
});

test('shown again, nobody says what was due while it was hidden', () => {
  for (const [seconds, text] of [
    [60, null],
    [1, 'first'],
  ] as const) {
    const { clock, loop, world } = setUp('online');
    for (const text of ['first', 'second'])
      loop.tell([{ type: 'message-said', uid: '1', channel: 'c', text }]);
    clock.advance(1000);
    expect(world.creatures.get('1')?.bubble?.text).toBe('first');
    loop.pause();
    clock.advance(seconds * 1000);
    loop.resume();
    clock.advance(500);
    expect(world.creatures.get('1')?.bubble?.text ?? null, `${seconds} s`).toBe(text);
  }
});

test('frozen, the picture stays; lost, it is drawn again', () => {
  const { clock, counts, loop, world } = setUp('online');
  loop.freeze();
  clock.advance(1000);
  const { pictures } = counts;
  const { tick } = world;
  clock.advance(60_000);
  expect(counts.pictures).toBe(pictures);
  loop.redraw();
  clock.advance(1000);
  expect(counts.pictures).toBe(pictures + 1);
  expect(world.tick).toBe(tick);
});

test('a cap on pictures holds, and time stays true', () => {
  const { clock, counts, world } = setUp('online', 10);
  const { pictures } = counts;
  const { tick } = world;
  clock.advance(60_000);
  expect(counts.pictures - pictures).toBeLessThanOrEqual(601);
  expect(counts.pictures - pictures).toBeGreaterThan(100);
  expect(Math.abs(world.tick - tick - 60 * 60)).toBeLessThan(7 * 60);
});

test('told again that it is shown, it loses no time', () => {
  const { clock, loop, world } = setUp('online');
  const { tick } = world;
  for (let round = 0; round < 600; round += 1) {
    clock.advance(100);
    loop.resume();
  }
  expect(Math.abs(world.tick - tick - 60 * 60)).toBeLessThan(7 * 60);
});
