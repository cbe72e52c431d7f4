/** Which source is live, what the state says of it, and whose community stands meanwhile. */
import { expect, test } from '@playwright/test';
import { Community } from '../../main/core/community.ts';
import { Roster } from '../../main/core/roster.ts';
import { Hub } from '../../main/core/server/hub.ts';
import type { Source } from '../../main/core/sources/source.ts';
import { SourceSwitch } from '../../main/core/sources/source-switch.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import type { Fact, SourceStatus } from '../../shared/state.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';

const PROBLEM = { code: 'relay-silent', detail: '' } as const;
const WAITING = { condition: 'waiting', problem: PROBLEM, retryAt: 5 } as const;

function setUp(source: Source, settings: Partial<Settings> = {}) {
  let values: Settings = { ...DEFAULT_SETTINGS, ...settings };
  const clock = new FakeClock();
  const roster = new Roster();
  const statuses: SourceStatus[] = [];
  const facts: Fact[] = [];
  const community = new Community({
    roster,
    hub: new Hub(),
    clock,
    audience: { publishList: () => undefined, publishRoster: () => undefined },
    onFact: (fact) => facts.push(fact),
    onChange: () => undefined,
  });
  const sources = new SourceSwitch({
    clock,
    community,
    settings: () => values,
    configured: () => source,
    onStatus: (status) => statuses.push(status),
    onFact: (fact) => facts.push(fact),
  });
  return {
    sources,
    roster,
    statuses,
    lines: () => facts.filter(({ kind }) => kind === 'source'),
    change(next: Partial<Settings>) {
      values = { ...values, ...next };
    },
  };
}

test('a source in trouble leaves the last roster standing, marked stale', () => {
  const source = createFakeSource(reportSmallCommunity);
  const { sources, roster, statuses } = setUp(source);
  sources.start();
  source.sink.status(WAITING);
  expect(statuses.at(-1)).toEqual({ ...WAITING, kind: 'relay', isStale: true });
  expect(roster.guilds.get('1001')?.members.size).toBe(2);
  source.sink.status({ condition: 'live' });
  expect(statuses.at(-1)).toEqual({ kind: 'relay', condition: 'live' });
});

test('invented people do not stand in for a source that cannot be reached', () => {
  const source = createFakeSource((sink) => sink.servers([]));
  const { sources, roster, change } = setUp(source, { 'mock.enabled': true });
  sources.start();
  expect(roster.guilds.size).toBeGreaterThan(1);
  const failing: Source = {
    kind: 'relay',
    start: async (sink) => sink.status(WAITING),
  };
  Object.assign(source, failing);
  change({ 'mock.enabled': false });
  sources.follow('mock.enabled');
  expect([...roster.guilds.keys()]).toEqual([roster.placeholder?.guildId]);
});

test('a source that rejects is refused for an unexpected reason, and says so once', async () => {
  const { sources, statuses, lines } = setUp({
    kind: 'script',
    start: () => Promise.reject(new Error('no such luck')),
  });
  sources.start();
  await expect.poll(() => statuses.at(-1)?.condition).toBe('refused');
  expect(statuses.at(-1)).toMatchObject({
    problem: { code: 'unexpected', detail: 'no such luck' },
  });
  expect(lines().map(({ what }) => what)).toEqual(['switched', 'failed']);
});

test('the same trouble again and again fills no log', () => {
  const source = createFakeSource(reportSmallCommunity);
  const { sources, lines } = setUp(source);
  sources.start();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    source.sink.status(WAITING);
    source.sink.status({ condition: 'connecting' });
  }
  expect(lines()).toHaveLength(2);
  source.sink.status({ ...WAITING, problem: { code: 'relay-redirect', detail: '' } });
  expect(lines()).toHaveLength(3);
});

test('only what the live source depends on starts it anew', () => {
  let starts = 0;
  let told = 0;
  const source: Source = {
    kind: 'relay',
    async start() {
      starts += 1;
    },
  };
  const { sources, change } = setUp(source);
  sources.start();
  sources.follow('bot.token');
  sources.follow('server.port');
  sources.follow('mock.seed');
  expect(starts).toBe(1);
  sources.follow('relay.url');
  expect(starts).toBe(2);
  sources.follow('source.kind');
  expect(starts).toBe(3);
  Object.assign(source, { settingsChanged: () => (told += 1) });
  sources.follow('relay.url');
  expect([starts, told]).toEqual([3, 1]);
  change({ 'mock.enabled': true });
  sources.follow('mock.enabled');
  sources.follow('source.kind');
  expect(sources.live?.kind).toBe('mock');
});
