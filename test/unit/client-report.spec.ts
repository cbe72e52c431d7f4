/** What counts as a report of an overlay, and how often it does. */
import { expect, test } from '@playwright/test';
import { readClientFrame } from '../../main/core/server/client-frame.ts';
import { readClientReport } from '../../main/core/server/client-report.ts';
import { LatestReport } from '../../main/core/server/latest-report.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { REPORT } from '../fixtures/report.ts';

const altered = (more: Record<string, unknown>): unknown => ({ ...REPORT, ...more });

test('a report is taken as it is, without what does not belong to it', () => {
  expect(readClientReport(REPORT)).toEqual(REPORT);
  const more = { ...REPORT, secret: 'x', viewport: { ...REPORT.viewport, depth: 1 } };
  expect(readClientReport(more)).toEqual(REPORT);
});

const good: readonly Record<string, unknown>[] = [
  { viewport: { width: 1, height: 16_384 } },
  { density: 0.25 },
  { density: 8 },
  { fps: 0 },
  { fps: 1000 },
  { visible: null, active: null, obs: null },
  { obs: 'x'.repeat(32) },
  { obs: '2.24.4 (beta)' },
];

for (const part of good) {
  test(`takes ${JSON.stringify(part)}`, () => {
    expect(readClientReport(altered(part))).toEqual(altered(part));
  });
}

const bad: readonly Record<string, unknown>[] = [
  ...[0, -1, 1.5, 16_385, '1920', null, Number.POSITIVE_INFINITY].flatMap((side) => [
    { viewport: { width: side, height: 1080 } },
    { viewport: { width: 1920, height: side } },
  ]),
  ...[null, [1920, 1080], { width: 1920 }, undefined].map((viewport) => ({ viewport })),
  ...[0, 0.249, 8.1, '1', null, Number.NaN, undefined].map((density) => ({ density })),
  ...[-1, 1000.5, '60', null, Number.POSITIVE_INFINITY, undefined].map((fps) => ({ fps })),
  ...['true', 1, 0, undefined].flatMap((value) => [{ visible: value }, { active: value }]),
  ...['', ' ', ' 2', 'x'.repeat(33), '2\n3', '2\u0000', '2\u202e', 'ä', 31, {}, undefined].map(
    (obs) => ({ obs }),
  ),
];

test('refuses what is missing, of another type or out of bounds', () => {
  for (const part of bad) {
    expect(readClientReport(altered(part)), JSON.stringify(part)).toBeNull();
  }
});

test('on the wire a bad one is of an unknown type, a good one is not', () => {
  const read = (data: unknown): unknown =>
    readClientFrame(Buffer.from(JSON.stringify({ type: 'client-report', data })), false);
  expect(read(REPORT)).toEqual({ report: REPORT });
  for (const data of [undefined, null, [], 'x', {}, altered({ fps: -1 })]) {
    expect(read(data)).toEqual({ error: 'Unknown event type' });
  }
});

function setUp() {
  const clock = new FakeClock();
  let changes = 0;
  const latest = new LatestReport(clock, () => {
    changes += 1;
  });
  const take = (fps: number): void => latest.take({ ...REPORT, fps });
  return { clock, latest, take, shown: () => [latest.current?.fps, changes] };
}

test('the first counts at once; of a second full of them the last, when it is over', () => {
  const { clock, take, shown } = setUp();
  expect(shown()).toEqual([undefined, 0]);
  for (const fps of [1, 2, 3]) take(fps);
  expect(shown()).toEqual([1, 1]);
  clock.advance(999);
  take(4);
  expect(shown()).toEqual([1, 1]);
  clock.advance(1);
  expect(shown()).toEqual([4, 2]);
  take(5);
  expect(shown()).toEqual([4, 2]);
  clock.advance(1000);
  expect(shown()).toEqual([5, 3]);
  clock.advance(1000);
  take(6);
  expect(shown()).toEqual([6, 4]);
});

test('a flood changes it once a second', () => {
  const { clock, take, shown } = setUp();
  for (let i = 0; i < 200; i += 1) {
    take(i);
    clock.advance(50);
  }
  expect(shown()).toEqual([expect.any(Number), 11]);
});

test('the same again is no change, whatever came between', () => {
  const { clock, take, shown } = setUp();
  take(60);
  take(30);
  take(60);
  clock.advance(5000);
  take(60);
  expect(shown()).toEqual([60, 1]);
});

for (const part of [
  { viewport: { width: 1921, height: 1080 } },
  { viewport: { width: 1920, height: 1081 } },
  { density: 2 },
  { visible: false },
  { active: false },
  { obs: null },
]) {
  test(`${JSON.stringify(part)} is a change`, () => {
    const { clock, latest, shown } = setUp();
    latest.take(REPORT);
    clock.advance(1000);
    latest.take({ ...REPORT, ...part });
    expect(shown()).toEqual([REPORT.fps, 2]);
  });
}

test('nothing follows once the client is gone', () => {
  const { clock, latest, take, shown } = setUp();
  take(1);
  take(2);
  latest.end();
  expect(clock.pending).toBe(0);
  clock.advance(5000);
  expect(shown()).toEqual([1, 1]);
});
