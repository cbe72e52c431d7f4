/** Who hears what: one guild at a time, and of each only the fields that are meant to be public. */
import type { SourceSink } from '../../main/core/sources/source.ts';
import type { User } from '../../shared/protocol.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, test } from '../fixtures/core.ts';
import { Talker } from '../fixtures/talker.ts';

/** Below the burst of the rate limit. */
const SWITCHES = 90;
const GUILDS: Readonly<Record<string, string>> = { alpha: '1001', beta: '1002' };

/** Every turn of the event loop somebody in each guild changes status and says a number. */
function chatter(sink: SourceSink): () => void {
  let turn = 0;
  let isOn = true;
  const say = (): void => {
    if (!isOn) return;
    turn += 1;
    for (const [guildId, uid] of [
      ['1001', '1'],
      ['1002', '3'],
    ] as const) {
      sink.presence(guildId, { uid, status: turn % 2 ? 'idle' : 'offline' });
      sink.message(guildId, { uid, message: `${turn}`, channel: '9' });
    }
    setTimeout(say, 0);
  };
  say();
  return () => {
    isOn = false;
  };
}

const connect = (server: string): string => JSON.stringify({ type: 'connect', data: { server } });

/**
 * Walks through what was heard. From a join on, it is of that guild alone: messages without a
 * gap, and every status a change of the one before, so none was missed or told twice.
 */
function expectOneGuildAtATime(heard: readonly string[]): { joins: number; messages: number } {
  let guildId: string | undefined;
  let last: number | null = null;
  let statuses = new Map<string, string>();
  const count = { joins: 0, messages: 0 };
  for (const text of heard) {
    const { type, server, data } = JSON.parse(text);
    if (type === 'server-join') {
      const joined = GUILDS[data.request.server];
      if (joined !== guildId) last = null;
      guildId = joined;
      const users: readonly User[] = Object.values(data.users);
      statuses = new Map(users.map(({ uid, status }) => [uid, status]));
      count.joins += 1;
    } else if (type === 'presence') {
      expect(server, text).toBe(guildId);
      expect(data.status, text).not.toBe(statuses.get(data.uid));
      statuses.set(data.uid, data.status);
    } else if (type === 'message') {
      expect(server, text).toBe(guildId);
      if (last !== null) expect(Number(data.message), text).toBe(last + 1);
      last = Number(data.message);
      count.messages += 1;
    }
  }
  return count;
}

test('a switch, to another guild or the same, is atomic while both talk', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  // With others in both guilds, messages are on their way to them when this one comes.
  for (const server of ['alpha', 'beta']) await (await Talker.open(socketUrl)).ask(connect(server));
  const talker = await Talker.open(socketUrl);
  const stop = chatter(source.sink);
  const joins = (): number => talker.heard.filter((text) => text.includes('"server-join"')).length;
  for (let i = 1; i <= SWITCHES; i++) {
    talker.webSocket.send(connect(i % 4 < 2 ? 'alpha' : 'beta'));
    // Sometimes two switches at once, sometimes after a few messages.
    const heard = talker.heard.length + (i % 6);
    if (i % 5) await talker.until(() => joins() >= i && talker.heard.length >= heard, 'a join');
  }
  await talker.until(() => joins() === SWITCHES, 'the last join');
  stop();
  await talker.ping();
  const { joins: seen, messages } = expectOneGuildAtATime(talker.heard);
  expect(seen).toBe(SWITCHES);
  expect(messages).toBeGreaterThan(SWITCHES / 2);
});

test('a refused switch changes nothing, not even a message is missed', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity, async () => false);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const talker = await Talker.open(socketUrl);
  await talker.ask(connect('alpha'));
  const stop = chatter(source.sink);
  const errors = (): number => talker.heard.filter((text) => text.includes('"error"')).length;
  const user = { id: '1', username: 'x' };
  const login = { server: 'gamma', discordToken: 't', discordUser: user };
  const refused = [connect('nowhere'), connect('gamma'), '{', '7', connect('__proto__')];
  refused.push(JSON.stringify({ type: 'connect', data: login }));
  for (const [i, frame] of refused.entries()) {
    talker.webSocket.send(frame);
    await talker.until(() => errors() === i + 1, 'a refusal');
  }
  const before = talker.heard.length;
  await talker.hears(before + 3);
  stop();
  expect(expectOneGuildAtATime(talker.heard).joins).toBe(1);
});

test('a client that has not joined hears the list and nothing else', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const silent = await Talker.open(socketUrl);
  const joined = await Talker.open(socketUrl);
  await joined.ask(connect('alpha'));
  const stop = chatter(source.sink);
  await joined.hears(10);
  stop();
  await silent.ping();
  expect(silent.heard).toHaveLength(1);
});

/** Values that a source has and nobody may see. */
const SECRET = /hunter2|s3cret|ann@example\.org/;
const extra = { password: 'hunter2', secret: 's3cret', email: 'ann@example.org', ok: false };

test('only listed fields leave, whatever a source reports', async ({ startCore }) => {
  const source = createFakeSource((sink) => {
    const guild = { guildId: '1001', id: 'alpha', name: 'Alpha', default: true };
    const hidden = { guildId: '1003', id: 'gamma', name: 'Gamma', passworded: true };
    sink.servers([guild, hidden].map((report) => ({ ...report, ...extra })));
    sink.users('1001', [{ uid: '1', username: 'Ann', status: 'online', ...extra }]);
    sink.users('1003', [{ uid: '2', username: 's3cret', status: 'online', ...extra }]);
  });
  const core = await startCore({ configuredSource: () => source });
  const talker = await Talker.open(core.socketUrl);
  await talker.ask('{"type":"connect","data":{"server":"alpha","password":"hunter2"}}');
  const { sink } = source;
  sink.presence('1001', { uid: '1', status: 'idle', ...extra });
  sink.presence('1001', { uid: '5', username: 'Eve', status: 'dnd', ...extra });
  sink.message('1001', { uid: '1', message: 'hello', channel: '9', ...extra });
  await talker.hears(5);
  const frames = talker.heard.map((text) => JSON.parse(text));
  const color = expect.any(String);
  expect(frames).toEqual([
    {
      type: 'server-list',
      data: {
        '1001': { id: 'alpha', name: 'Alpha', default: true, passworded: false },
        '1003': { id: 'gamma', name: 'Gamma', default: false, passworded: true },
      },
    },
    {
      type: 'server-join',
      data: {
        users: { '1': { uid: '1', username: 'Ann', status: 'online', roleColor: color } },
        request: { server: 'alpha' },
        serverName: 'Alpha',
      },
    },
    { type: 'presence', server: '1001', data: { uid: '1', status: 'idle' } },
    {
      type: 'presence',
      server: '1001',
      data: { uid: '5', status: 'dnd', username: 'Eve', roleColor: color },
    },
    { type: 'message', server: '1001', data: { uid: '1', message: 'hello', channel: '9' } },
  ]);
  const page = await (await fetch(`${core.url}/api/status`)).text();
  const log = JSON.stringify(core.events.from(0, 1000));
  for (const text of [...talker.heard, page, log, JSON.stringify(core.store.state)]) {
    expect(text).not.toMatch(SECRET);
  }
});
