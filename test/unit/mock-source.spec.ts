/** The rehearsal: the original's communities and rhythm, and scenarios that can be repeated. */
import { expect, test } from '@playwright/test';
import { createMockSource } from '../../main/core/sources/mock/mock-source.ts';
import type {
  GuildReport,
  MessageReport,
  PresenceReport,
  SourceSink,
  UserReport,
} from '../../main/core/sources/source.ts';
import type { Scenario } from '../../shared/settings/mock.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const DWORLD = '232769614004748288';

interface Heard {
  readonly time: number;
  readonly guildId: string;
  readonly presence?: PresenceReport;
  readonly message?: MessageReport;
}

function rehearse(scenario: Scenario, seconds: number, seed = 1) {
  const clock = new FakeClock(0);
  const guilds: GuildReport[] = [];
  const members = new Map<string, Map<string, UserReport>>();
  const heard: Heard[] = [];
  const abort = new AbortController();
  const sink: SourceSink = {
    servers: (list) => void guilds.push(...list),
    users: (guildId, users) =>
      void members.set(guildId, new Map(users.map((user) => [user.uid, user]))),
    presence(guildId, presence) {
      heard.push({ time: clock.now(), guildId, presence });
      if (presence.delete) members.get(guildId)?.delete(presence.uid);
      else members.get(guildId)?.set(presence.uid, presence);
    },
    message: (guildId, message) => void heard.push({ time: clock.now(), guildId, message }),
    clientId: () => undefined,
    status: () => undefined,
  };
  void createMockSource(clock, { scenario, seed, condition: 'rehearsal' }).start(
    sink,
    abort.signal,
  );
  const timers = clock.pending;
  clock.advance(seconds * 1000);
  abort.abort();
  return { guilds, members, heard, timers, timersAfter: clock.pending };
}

test('calm: four guilds, a presence every 4 s and a message every 5 s in each', () => {
  const { guilds, members, heard, timers, timersAfter } = rehearse('calm', 60);
  expect(guilds.map(({ guildId, id }) => [guildId, id, members.get(guildId)?.size])).toEqual([
    [DWORLD, 'dworld', 4],
    ['482241773318701056', 'docs', 1],
    ['123456789012345678', 'oauth', 1],
    ['987654321098765432', 'repos', 21],
  ]);
  expect(guilds.filter((guild) => guild.default).map(({ id }) => id)).toEqual(['dworld']);
  expect(guilds.filter((guild) => guild.passworded).map(({ id }) => id)).toEqual(['oauth']);
  for (const { guildId } of guilds) {
    const here = heard.filter((event) => event.guildId === guildId);
    const times = (kind: 'presence' | 'message') => here.filter((e) => e[kind]).map((e) => e.time);
    expect(times('presence')).toEqual(Array.from({ length: 15 }, (_, i) => (i + 1) * 4000));
    expect(times('message')).toEqual(Array.from({ length: 12 }, (_, i) => (i + 1) * 5000));
    for (const { message } of here) if (message) expect(message.channel).toBe('527964146659229701');
  }
  expect(timers, 'one timer a guild').toBe(4);
  expect(timersAfter).toBe(0);
});

test('a presence change is a change', () => {
  const { heard, guilds } = rehearse('calm', 400);
  for (const { guildId } of guilds) {
    const last = new Map<string, string>();
    for (const { presence } of heard.filter((event) => event.guildId === guildId)) {
      if (!presence) continue;
      expect(presence.status).not.toBe(last.get(presence.uid));
      last.set(presence.uid, presence.status);
    }
  }
});

test('busy: forty members, several channels, people come and go', () => {
  const { members, heard } = rehearse('busy', 60);
  expect(members.get(DWORLD)?.size).toBeGreaterThanOrEqual(39);
  const here = heard.filter(({ guildId }) => guildId === DWORLD);
  expect(here.filter(({ message }) => message).length).toBeGreaterThan(40);
  expect(new Set(here.flatMap(({ message }) => message?.channel ?? [])).size).toBe(3);
  expect(here.some(({ presence }) => presence?.delete)).toBe(true);
  expect(here.some(({ presence }) => presence?.username)).toBe(true);
});

test('raid: two hundred within 20 s, then most leave', () => {
  expect(rehearse('raid', 0).members.get(DWORLD)?.size).toBe(4);
  expect(rehearse('raid', 20).members.get(DWORLD)?.size).toBe(204);
  expect(rehearse('raid', 60).members.get(DWORLD)?.size).toBe(34);
});

test('quiet: nothing moves', () => {
  const { heard, members } = rehearse('quiet', 600);
  expect(heard).toEqual([]);
  expect(members.get(DWORLD)?.size).toBe(4);
});

test('the same seed plays the same rehearsal, another seed another', () => {
  for (const scenario of ['calm', 'busy', 'raid'] as const) {
    expect(rehearse(scenario, 60, 7).heard).toEqual(rehearse(scenario, 60, 7).heard);
    expect(rehearse(scenario, 60, 7).heard).not.toEqual(rehearse(scenario, 60, 8).heard);
  }
});
