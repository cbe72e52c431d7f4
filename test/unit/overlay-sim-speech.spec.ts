/** Chat on the island: one speaker a channel, bounded queues, and those who come to listen. */
import { expect, test } from '@playwright/test';
import type { Creature } from '../../renderer/overlay/sim/creature.ts';
import { QUEUE_LENGTH, readingTicks } from '../../renderer/overlay/sim/speech.ts';
import { step, TICK } from '../../renderer/overlay/sim/step.ts';
import type { World } from '../../renderer/overlay/sim/world.ts';
import { arrived, changed, crowd, left, said, worldWith } from '../fixtures/island.ts';

const speaking = ({ creatures }: World): string[] =>
  [...creatures.values()].filter(({ bubble }) => bubble).map(({ user: { uid } }) => uid);

const distance = ({ creatures }: World, one: number, other: number): number => {
  const [from, to] = [creatures.get(String(one)), creatures.get(String(other))];
  if (!from || !to) throw new Error('Somebody is not there.');
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
};

const LONG = 'x'.repeat(280);

test('one speaks at a time in a channel, others in theirs', () => {
  const world = worldWith([...crowd(6), said(0, 'a'), said(1, 'b'), said(2, 'c', 'other')]);
  step(world, [], TICK);
  expect(speaking(world)).toEqual(['0', '2']);
  step(world, [], readingTicks('a') * TICK + 0.5);
  expect(speaking(world)).toEqual(['1']);
  step(world, [], 30);
  expect(speaking(world)).toEqual([]);
});

test('who speaks stays, and walks on afterwards', () => {
  const world = worldWith(crowd(1));
  step(world, [said(0, 'x'.repeat(100))], 1);
  const { x, y } = world.creatures.get('0') ?? {};
  step(world, [], 4);
  expect(world.creatures.get('0')).toMatchObject({ x, y, bubble: { closesAt: 451 } });
  step(world, [], 30);
  expect(world.creatures.get('0')?.bubble).toBeNull();
  const { x: laterX, y: laterY } = world.creatures.get('0') ?? {};
  expect([laterX, laterY]).not.toEqual([x, y]);
});

test('a flood of chat keeps its latest and grows nothing', () => {
  const world = worldWith(crowd(10));
  for (let index = 0; index < 5000; index += 1) {
    step(world, [said(index % 10, `message ${index}`, `${index % 40}`)], 0.001);
  }
  expect(world.channels.size).toBeLessThanOrEqual(16);
  for (const { queue, talkers } of world.channels.values()) {
    expect(queue.length).toBeLessThanOrEqual(QUEUE_LENGTH);
    expect(talkers.size).toBeLessThanOrEqual(24);
  }
  const texts = [...world.channels.values()].flatMap(({ queue }) =>
    queue.map(({ event }) => event.text),
  );
  expect(texts.some((text) => Number(text.split(' ')[1]) > 4900)).toBe(true);
});

test('a channel that is quiet makes room for another', () => {
  const world = worldWith(crowd(3));
  for (let index = 0; index < 20; index += 1) step(world, [said(0, 'hi', `${index}`)], 4);
  step(world, [said(0, 'the last', 'last')], 4 * TICK);
  expect(world.creatures.get('0')?.bubble?.text).toBe('the last');
  expect(world.channels.size).toBeLessThanOrEqual(16);
});

test('the channel that is used all the time is not the one to be forgotten', () => {
  const world = worldWith(crowd(3));
  for (let index = 0; index < 20; index += 1) {
    step(world, [said(1, 'hi', 'main')], 4);
    step(world, [said(0, 'hi', `${index}`)], 4);
    expect(world.channels.get('main')?.talkers.has('1')).toBe(true);
  }
});

test('who leaves in the middle of a word leaves the channel free', () => {
  const world = worldWith([...crowd(3), said(0, 'bye'), said(0, 'more'), said(1, 'oh')]);
  step(world, [], TICK);
  step(world, [left(0)], 0.5);
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
  expect(readingTicks('x'.repeat(2000))).toBe(1200);
});

test('while somebody speaks the picture goes on changing, for the words are typed', () => {
  const world = worldWith([...crowd(1, 'dnd')]);
  step(world, [], 2);
  const { revision } = world;
  step(world, [said(0, LONG)], 3);
  expect(world.revision - revision).toBeGreaterThan(50);
});

test('those who talked in a channel come to its speaker, face him, and go their ways again', () => {
  let gatheredInAll = 0;
  for (const seed of [1, 2, 3]) {
    const world = worldWith(crowd(40), { seed });
    for (const uid of [1, 2, 3]) step(world, [said(uid, 'hello')], 3.2);
    step(world, [], 20);
    step(world, [said(0, LONG)], 17);
    for (const uid of [1, 2, 3]) {
      if (!world.creatures.get(String(uid))?.isListening) continue;
      expect(distance(world, 0, uid), `seed ${seed}`).toBeLessThanOrEqual(4);
      gatheredInAll += 1;
    }
    const cells = () =>
      [1, 2, 3].map((uid) => world.creatures.get(String(uid))).map((c) => `${c?.x},${c?.y}`);
    const gathered = cells();
    step(world, [], 60);
    expect(cells().every((cell, index) => cell !== gathered[index])).toBe(true);
    expect([...world.creatures.values()].every(({ follows }) => follows === null)).toBe(true);
  }
  // In a crowd somebody may be stuck behind others and give up; not more than one of nine.
  expect(gatheredInAll).toBeGreaterThanOrEqual(8);
});

test('who does not talk there, must not be disturbed, or talked long ago, does not come', () => {
  const world = worldWith(crowd(40));
  step(world, [said(1, 'hello', 'elsewhere'), said(2, 'hello'), said(3, 'hello')], 8);
  step(world, [changed(3, 'dnd')], 1);
  step(world, [], 4 * 60);
  step(world, [said(3, 'hm')], 5);
  step(world, [said(0, LONG)], 5);
  const coming = [...world.creatures.values()].filter(({ follows }) => follows !== null);
  expect(coming.map(({ user }) => user.uid)).toEqual([]);
});

test('who finds no way gives up, and hurts nobody', () => {
  const world = worldWith([...crowd(400, 'dnd'), arrived(900), arrived(901)]);
  step(world, [said(900, 'hello')], 5);
  step(world, [said(901, LONG)], 17);
  step(world, [], 60);
  expect(world.creatures.get('900')?.follows).toBeNull();
});

test('who stands by turns to the speaker; who is not to be disturbed does not', () => {
  for (const status of ['idle', 'dnd'] as const) {
    const world = worldWith(crowd(60, status));
    const [speaker, listener] = pairIn(world);
    const isRight = speaker.x - speaker.y > listener.x - listener.y;
    listener.facing = isRight ? 'left' : 'right';
    step(world, [said(Number(speaker.user.uid), 'hi')], 0.1);
    const turned = isRight ? 'right' : 'left';
    expect(listener.facing === turned, status).toBe(status === 'idle');
  }
});

/** Two who stand close by, one beside the other. */
function pairIn({ creatures }: World): readonly [Creature, Creature] {
  for (const one of creatures.values()) {
    for (const other of creatures.values()) {
      const isClose = Math.abs(one.x - other.x) <= 2 && Math.abs(one.y - other.y) <= 2;
      if (isClose && one.x - one.y !== other.x - other.y) return [one, other];
    }
  }
  throw new Error('Everybody is alone.');
}
