/** The measure of how smoothly the island is shown. */
import { expect, test } from '@playwright/test';
import { FrameRate } from '../../renderer/overlay/frame-rate.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

test('pictures a second are counted over the time since the last question', () => {
  const clock = new FakeClock();
  let pictures = 0;
  const rate = new FrameRate({ clock, count: () => pictures });
  expect(rate.read()).toBe(0);
  clock.advance(2000);
  pictures += 90;
  expect(rate.read()).toBe(45);
  clock.advance(100);
  expect(rate.read()).toBe(45);
  clock.advance(10_000);
  expect(rate.read()).toBe(0);
});
