/** When the overlay reports, what it says, and how seldom. */
import { expect, test } from '@playwright/test';
import { readClientReport } from '../../main/core/server/client-report.ts';
import { Reporter } from '../../renderer/overlay/report.ts';
import type { ClientReport } from '../../shared/protocol.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { REPORT } from '../fixtures/report.ts';

function setUp() {
  const clock = new FakeClock();
  const start = clock.now();
  let now = REPORT;
  const sent: [at: number, report: ClientReport][] = [];
  const reporter = new Reporter({
    clock,
    send: ({ type, data }) => {
      expect(type).toBe('client-report');
      sent.push([clock.now() - start, data]);
    },
    read: () => now,
  });
  reporter.start();
  const become = (more: Partial<ClientReport>): void => {
    now = { ...now, ...more };
  };
  const last = (): ClientReport | undefined => sent.at(-1)?.[1];
  return { clock, reporter, sent, become, last, times: () => sent.map(([at]) => at) };
}

test('says nothing before it has joined, and all of it then', () => {
  const { clock, reporter, sent, become } = setUp();
  become({ visible: false });
  reporter.changed();
  clock.advance(30_000);
  expect(sent).toEqual([]);
  reporter.joined();
  expect(sent).toEqual([[30_000, { ...REPORT, visible: false }]]);
});

test('every join is told of, even when nothing has changed', () => {
  const { clock, reporter, times } = setUp();
  reporter.joined();
  clock.advance(5000);
  reporter.joined();
  reporter.joined();
  clock.advance(5000);
  expect(times()).toEqual([0, 5000, 6000]);
});

for (const more of [
  { visible: false },
  { active: null },
  { viewport: { width: 1280, height: 1080 } },
  { viewport: { width: 1920, height: 720 } },
  { density: 2 },
]) {
  test(`${JSON.stringify(more)} is told at once, nothing new is not`, () => {
    const { clock, reporter, sent, become, last } = setUp();
    reporter.joined();
    clock.advance(2000);
    reporter.changed();
    expect(sent).toHaveLength(1);
    become(more);
    reporter.changed();
    expect(sent).toHaveLength(2);
    expect(last()).toEqual({ ...REPORT, ...more });
  });
}

test('a window that is dragged is told of once a second, its last size for certain', () => {
  const { clock, reporter, become, last, times } = setUp();
  reporter.joined();
  for (let width = 1000; width < 1100; width += 1) {
    clock.advance(25);
    become({ viewport: { width, height: 1080 } });
    reporter.changed();
  }
  clock.advance(5000);
  expect(times()).toEqual([0, 1000, 2000, 3000]);
  expect(last()?.viewport.width).toBe(1099);
});

test('what is as before when its turn comes is not told', () => {
  const { clock, reporter, become, sent } = setUp();
  reporter.joined();
  become({ visible: false });
  reporter.changed();
  become({ visible: true });
  reporter.changed();
  clock.advance(5000);
  expect(sent).toHaveLength(1);
});

test('the frame rate is told every 10 s, and only while it is more than 2 off', () => {
  const { clock, reporter, become, times, last } = setUp();
  reporter.joined();
  for (const fps of [62, 58, 60]) {
    become({ fps });
    clock.advance(10_000);
  }
  expect(times()).toEqual([0]);
  become({ fps: 57.9 });
  reporter.changed();
  clock.advance(9_999);
  expect(times()).toEqual([0]);
  clock.advance(1);
  expect(times()).toEqual([0, 40_000]);
  expect(last()?.fps).toBe(57.9);
  clock.advance(60_000);
  expect(times()).toHaveLength(2);
  become({ fps: 60 });
  clock.advance(10_000);
  expect(times()).toEqual([0, 40_000, 110_000]);
});

test('stopped, it is silent; started again, it waits for a join', () => {
  const { clock, reporter, become, sent, times } = setUp();
  reporter.joined();
  become({ visible: false });
  reporter.changed();
  reporter.stop();
  reporter.stop();
  expect(clock.pending).toBe(0);
  reporter.joined();
  reporter.changed();
  clock.advance(60_000);
  expect(sent).toHaveLength(1);
  reporter.start();
  reporter.start();
  expect(clock.pending).toBe(1);
  reporter.changed();
  clock.advance(60_000);
  expect(sent).toHaveLength(1);
  reporter.joined();
  expect(times()).toEqual([0, 120_000]);
});

test('whatever the browser measures, it fits what the server takes', () => {
  const { clock, reporter, become, last } = setUp();
  reporter.joined();
  const table: readonly (readonly [Partial<ClientReport>, Partial<ClientReport>])[] = [
    [{ viewport: { width: 0, height: 719.6 } }, { viewport: { width: 1, height: 720 } }],
    [{ viewport: { width: 99_999, height: 1 } }, { viewport: { width: 16_384, height: 1 } }],
    [{ density: 0.1 }, { density: 0.25 }],
    [{ density: 10 }, { density: 8 }],
    [{ fps: Number.NaN }, { fps: 0 }],
    [{ fps: 5000 }, { fps: 1000 }],
    [{ fps: 59.9412 }, { fps: 59.9 }],
  ];
  for (const [more, fitted] of table) {
    clock.advance(1000);
    become(more);
    reporter.joined();
    expect(last()).toMatchObject(fitted);
    expect(readClientReport(JSON.parse(JSON.stringify(last())))).toEqual(last());
  }
});
