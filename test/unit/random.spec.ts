/** Seeded chance: repeatable, spread out, and able to choose. */
import { expect, test } from '@playwright/test';
import { createRandom, pick, seedFrom } from '../../shared/random.ts';

test('the same seed tells the same story, another seed another one', () => {
  const story = (seed: number): number[] => Array.from({ length: 50 }, createRandom(seed));
  expect(story(7)).toEqual(story(7));
  expect(story(7)).not.toEqual(story(8));
});

test('numbers are spread evenly from 0 to below 1', () => {
  const random = createRandom(3);
  const buckets = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 100_000; index += 1) {
    const bucket = Math.floor(random() * 10);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  expect(buckets).toHaveLength(10);
  expect(Math.min(...buckets)).toBeGreaterThan(9_500);
  expect(Math.max(...buckets)).toBeLessThan(10_500);
});

test('picks every item in time, and nothing from nothing', () => {
  const random = createRandom(1);
  const seen = new Set(Array.from({ length: 100 }, () => pick(random, ['a', 'b', 'c'])));
  expect([...seen].sort()).toEqual(['a', 'b', 'c']);
  expect(pick(random, [])).toBeUndefined();
});

test('a text is a seed', () => {
  expect(seedFrom('232769614004748288')).toBe(seedFrom('232769614004748288'));
  expect(seedFrom('a')).not.toBe(seedFrom('b'));
  expect(seedFrom('')).toBeGreaterThanOrEqual(0);
});
