/** What OBS says of its browser source, in the events and the object it really sends. */
import { expect, test } from '@playwright/test';
import { createObsStudio, type ObsWindow } from '../../renderer/overlay/obs-studio.ts';

class FakeDocument extends EventTarget {
  hidden = false;
}

/** A page in OBS; obs-browser makes its events with `new CustomEvent(name, {detail: {…}})`. */
class FakeWindow extends EventTarget implements ObsWindow {
  readonly document = new FakeDocument();
  obsstudio: unknown;

  tells(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  hides(isHidden: boolean): void {
    this.document.hidden = isHidden;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

const VISIBLE = 'obsSourceVisibleChanged';
const ACTIVE = 'obsSourceActiveChanged';

function setUp(obsstudio?: unknown) {
  const window = new FakeWindow();
  window.obsstudio = obsstudio;
  const obs = createObsStudio(window);
  let calls = 0;
  const stop = obs.subscribe(() => {
    calls += 1;
  });
  return { window, obs, stop, calls: () => calls };
}

test('a page that was told nothing is shown', () => {
  const { obs } = setUp(undefined);
  const { pluginVersion, visible, active, isShown } = obs;
  expect({ pluginVersion, visible, active, isShown }).toEqual({
    pluginVersion: null,
    visible: null,
    active: null,
    isShown: true,
  });
});

test('what OBS tells is known, and is told on once', () => {
  const { window, obs, calls } = setUp();
  window.tells(VISIBLE, { visible: true });
  window.tells(ACTIVE, { active: true });
  expect([obs.visible, obs.active, obs.isShown, calls()]).toEqual([true, true, true, 2]);
  window.tells(VISIBLE, { visible: true });
  expect(calls()).toBe(2);
});

test('hidden, off air or in a hidden page, it is not shown', () => {
  const { window, obs, calls } = setUp();
  window.tells(ACTIVE, { active: false });
  expect([obs.visible, obs.active, obs.isShown]).toEqual([null, false, false]);
  window.tells(ACTIVE, { active: true });
  expect(obs.isShown).toBe(true);
  window.tells(VISIBLE, { visible: false });
  expect([obs.visible, obs.active, obs.isShown]).toEqual([false, true, false]);
  window.tells(VISIBLE, { visible: true });
  expect(obs.isShown).toBe(true);
  window.hides(true);
  expect([obs.visible, obs.isShown]).toEqual([false, false]);
  window.hides(false);
  expect([obs.visible, obs.isShown]).toEqual([true, true]);
  expect(calls()).toBe(6);
  window.document.dispatchEvent(new Event('visibilitychange'));
  expect(calls()).toBe(6);
});

test('a page that is hidden at the start is not shown until it is', () => {
  const window = new FakeWindow();
  window.document.hidden = true;
  const obs = createObsStudio(window);
  expect([obs.visible, obs.isShown]).toEqual([false, false]);
  window.hides(false);
  expect([obs.visible, obs.isShown]).toEqual([null, true]);
});

test('malformed details are ignored', () => {
  const { window, obs, calls } = setUp();
  const details = [null, undefined, 0, 'false', [], [false], {}, { visible: 0, active: 'no' }];
  for (const detail of [...details, { visible: null, active: null }]) {
    window.tells(VISIBLE, detail);
    window.tells(ACTIVE, detail);
  }
  window.tells(VISIBLE, { active: false });
  window.tells(ACTIVE, { visible: false });
  window.dispatchEvent(new Event(VISIBLE));
  expect([obs.visible, obs.active, obs.isShown, calls()]).toEqual([null, null, true, 0]);
});

test('who has unsubscribed hears nothing more', () => {
  const { window, stop, calls } = setUp();
  stop();
  window.tells(VISIBLE, { visible: false });
  window.hides(true);
  expect(calls()).toBe(0);
});

for (const [obsstudio, version] of [
  [{ pluginVersion: '2.24.4' }, '2.24.4'],
  [{ pluginVersion: ' 2.24\u0000\n.4\u202e ' }, '2.24.4'],
  [{ pluginVersion: 'x'.repeat(50) }, 'x'.repeat(32)],
  [{ pluginVersion: '\u200b' }, null],
  [{ pluginVersion: 2.24 }, null],
  [{}, null],
  ['2.24.4', null],
  [null, null],
] as const) {
  test(`the plugin of ${JSON.stringify(obsstudio)} is ${version}`, () => {
    expect(setUp(obsstudio).obs.pluginVersion).toBe(version);
  });
}
