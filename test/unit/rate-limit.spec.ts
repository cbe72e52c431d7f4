/** The token bucket: a burst, then a steady rate, whatever the clock does. */
import { expect, test } from '@playwright/test';
import { RateLimit } from '../../main/core/server/rate-limit.ts';

test('a burst is free, then each token has to be waited for', () => {
  const limit = new RateLimit(3, 20, 1000);
  expect([limit.take(1000), limit.take(1000)]).toEqual([0, 0]);
  expect(limit.take(1000)).toBe(50);
  expect(limit.take(1050)).toBe(50);
  expect(limit.take(1100)).toBe(50);
});

test('whoever waits as told gets exactly the rate', () => {
  const limit = new RateLimit(10, 20, 0);
  let now = 0;
  let taken = 0;
  while (now < 10_000) {
    now += limit.take(now);
    taken += 1;
  }
  expect(taken).toBeGreaterThanOrEqual(200);
  expect(taken).toBeLessThanOrEqual(211);
});

test('a long rest gives back the burst and no more', () => {
  const limit = new RateLimit(3, 20, 0);
  for (let i = 0; i < 3; i++) limit.take(0);
  const day = 86_400_000;
  expect([limit.take(day), limit.take(day), limit.take(day)]).toEqual([0, 0, 50]);
});

test('what was taken too early is owed', () => {
  const limit = new RateLimit(1, 10, 0);
  expect([limit.take(0), limit.take(0), limit.take(0)]).toEqual([100, 200, 300]);
  expect(limit.take(300)).toBe(100);
});
