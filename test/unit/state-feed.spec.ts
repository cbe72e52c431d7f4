/** A window gets a snapshot, then deltas that fit on it, at most twenty a second. */
import { expect, test } from '@playwright/test';
import { EventLog } from '../../main/core/event-log.ts';
import { StateStore } from '../../main/core/state-store.ts';
import { StateFeed } from '../../main/shell/state-feed.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { LOG_CAPACITY, type LogEvent, type State, type StateUpdate } from '../../shared/state.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const INITIAL: State = {
  server: { phase: 'stopped' },
  source: { kind: 'mock', condition: 'connecting' },
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

function setUp() {
  const clock = new FakeClock();
  const store = new StateStore(INITIAL);
  const events = new EventLog(clock);
  const sent: StateUpdate[] = [];
  const refreshed: number[] = [];
  const refreshClients = (): void => void refreshed.push(clock.now());
  const feed = new StateFeed({ store, events, refreshClients }, clock, (u) => void sent.push(u));
  const seen = (): LogEvent[] => sent.flatMap((u) => (u.kind === 'events' ? u.events : []));
  return { clock, store, events, sent, feed, seen, refreshed };
}

test('snapshot first; changes come together, each delta on the revision before it', () => {
  const { clock, store, sent, feed } = setUp();
  store.set('server', { phase: 'starting' });
  feed.start();
  expect(sent[0]).toEqual({ kind: 'snapshot', revision: 1, state: store.state });
  store.set('server', { phase: 'stopped' });
  store.set('server', { phase: 'starting' });
  store.set('guilds', []);
  sent.length = 0;
  expect(sent).toEqual([]);
  clock.advance(50);
  expect(sent).toEqual([
    {
      kind: 'delta',
      base: 1,
      revision: 4,
      changes: { server: { phase: 'starting' }, guilds: [] },
    },
  ]);
});

test('a thousand changes a second become at most twenty updates', () => {
  const { clock, store, events, sent, feed, seen } = setUp();
  feed.start();
  sent.length = 0;
  for (let i = 0; i < 1000; i += 1) {
    store.set('clients', []);
    events.add({ kind: 'server', what: 'stopped' });
    clock.advance(1);
  }
  clock.advance(50);
  expect(sent.filter(({ kind }) => kind === 'delta').length).toBeLessThanOrEqual(20);
  expect(sent.filter(({ kind }) => kind === 'events').length).toBeLessThanOrEqual(20);
  expect(seen()).toHaveLength(1000);
});

test('a long log arrives in parts, in order and without gaps', () => {
  const { clock, events, sent, feed, seen } = setUp();
  for (let i = 0; i < LOG_CAPACITY + 500; i += 1) events.add({ kind: 'server', what: 'stopped' });
  feed.start();
  expect(seen()).toHaveLength(1000);
  clock.advance(1000);
  expect(seen().map(({ seq }) => seq)).toEqual(
    Array.from({ length: LOG_CAPACITY }, (_, index) => index + 500),
  );
  for (const update of sent) {
    if (update.kind === 'events') expect(update.events.length).toBeLessThanOrEqual(1000);
  }
});

test('clearing the log clears it in the window, and what follows is shown', () => {
  const { clock, events, sent, feed, seen } = setUp();
  events.add({ kind: 'server', what: 'stopped' });
  feed.start();
  sent.length = 0;
  events.clear();
  events.add({ kind: 'source', what: 'failed', source: 'mock', message: 'x' });
  clock.advance(50);
  expect(sent.map(({ kind }) => kind)).toEqual(['events-cleared', 'events']);
  expect(seen().map(({ fact }) => fact.kind)).toEqual(['source']);
});

test('the numbers of the clients are refreshed while somebody looks, and only then', () => {
  const { clock, feed, refreshed } = setUp();
  clock.advance(5000);
  expect(refreshed).toHaveLength(0);
  feed.start();
  clock.advance(3000);
  expect(refreshed).toHaveLength(3);
  feed.stop();
  clock.advance(5000);
  expect(refreshed).toHaveLength(3);
  expect(clock.pending).toBe(0);
});
