/** The island's day, and the measure of how smoothly it is shown. */
import { expect, test } from '@playwright/test';
import { FrameRate } from '../../renderer/overlay/frame-rate.ts';
import { hourOf, Light } from '../../renderer/overlay/light.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

test('the hour is told at once, and again only when the light changes', () => {
  const clock = new FakeClock(0);
  const hours: number[] = [];
  const light = new Light({
    clock,
    localHour: () => (18.6 + clock.now() / 3_600_000) % 24,
    onHour: (hour) => hours.push(hour),
  });
  light.start();
  expect(hours).toEqual([18.5]);
  clock.advance(5 * 60_000);
  expect(hours).toEqual([18.5]);
  clock.advance(10 * 60_000);
  expect(hours).toEqual([18.5, 18.75]);
  clock.advance(24 * 3_600_000);
  expect(hours.length).toBe(2 + 96);
  expect(Math.max(...hours)).toBe(23.75);
  light.stop();
  expect(clock.pending).toBe(0);
});

test("the hour is the streamer's own", () => {
  expect(hourOf(new Date(2026, 10, 24, 18, 30))).toBe(18.5);
  expect(hourOf(new Date(2026, 10, 24, 0, 0))).toBe(0);
});

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
