/** The window's mirror of the state: in order, complete, and asked for again after a gap. */
import { expect, test } from '@playwright/test';
import { FrameView } from '../../renderer/dashboard/frame-view.ts';
import { Store } from '../../renderer/dashboard/store.ts';
import { failure, ok, type Result } from '../../shared/result.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { LOG_CAPACITY, type LogEvent, type State, type StateUpdate } from '../../shared/state.ts';

const STATE: State = {
  server: { phase: 'starting' },
  source: { kind: 'mock', condition: 'rehearsal' },
  clients: [],
  guilds: [],
  keyUses: [],
  obs: { phase: 'off' },
  bot: null,
  secrets: { place: 'memory', stored: [] },
  settings: DEFAULT_SETTINGS,
  notices: [],
  hasTray: true,
};

const events = (from: number, count: number): LogEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: from + index,
    time: 0,
    fact: { kind: 'server', what: 'stopped' },
  }));

function setUp(answer: () => Result<void> = () => ok(undefined)) {
  let send: (update: StateUpdate) => void = () => undefined;
  let asked = 0;
  const store = new Store({
    onStateUpdate(listener) {
      send = listener;
      return () => {
        send = () => undefined;
      };
    },
    watchState() {
      asked += 1;
      return Promise.resolve(answer());
    },
  });
  store.start();
  return { store, send: (update: StateUpdate) => send(update), asked: () => asked };
}

test('listens before it asks, and shows nothing before the snapshot', () => {
  const { store, send, asked } = setUp();
  expect(asked()).toBe(1);
  expect(store.view.state).toBeNull();
  send({ kind: 'snapshot', revision: 4, state: STATE });
  expect(store.view.state).toEqual(STATE);
});

test('a delta on its own revision is applied; after a gap it asks once', async () => {
  const { store, send, asked } = setUp();
  send({ kind: 'snapshot', revision: 4, state: STATE });
  send({ kind: 'delta', base: 4, revision: 6, changes: { server: { phase: 'stopped' } } });
  expect(store.view.state?.server).toEqual({ phase: 'stopped' });
  send({ kind: 'delta', base: 7, revision: 8, changes: { server: { phase: 'starting' } } });
  send({ kind: 'delta', base: 8, revision: 9, changes: { server: { phase: 'starting' } } });
  expect(asked()).toBe(2);
  expect(store.view.state?.server).toEqual({ phase: 'stopped' });
  send({ kind: 'snapshot', revision: 9, state: STATE });
  expect(store.view.state?.server).toEqual({ phase: 'starting' });
});

test('a refused question is asked again at the next gap', async () => {
  const { send, asked } = setUp(() => failure('failed', 'no'));
  await Promise.resolve();
  await Promise.resolve();
  send({ kind: 'delta', base: 1, revision: 2, changes: {} });
  expect(asked()).toBe(2);
});

test('keeps the newest lines of the log, and forgets them when told', () => {
  const { store, send } = setUp();
  for (let i = 0; i < 25; i += 1) send({ kind: 'events', events: events(i * 1000, 1000) });
  expect(store.view.events).toHaveLength(LOG_CAPACITY);
  expect(store.view.events.at(-1)?.seq).toBe(24_999);
  send({ kind: 'events-cleared' });
  expect(store.view.events).toEqual([]);
});

test('however many updates come, the screen changes once a frame', () => {
  const { store, send } = setUp();
  const frames: (() => void)[] = [];
  const view = new FrameView(store, (draw) => void frames.push(draw));
  let changes = 0;
  view.subscribe(() => {
    changes += 1;
  });
  for (let i = 0; i < 100; i += 1) send({ kind: 'events', events: events(i, 1) });
  expect(frames).toHaveLength(1);
  expect(view.current.events).toEqual([]);
  frames[0]?.();
  expect(changes).toBe(1);
  expect(view.current.events).toHaveLength(100);
});
