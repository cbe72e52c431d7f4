/** The relay follows other instances of this app, and notices when it would follow itself. */
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { startHeadless } from '../fixtures/process.ts';
import {
  conditionOf,
  expect,
  membersOf,
  problemOf,
  test,
  untilLive,
  untilMembers,
} from '../fixtures/relay.ts';

const SMALL = { Alpha: 2, Beta: 1, Gamma: 0 };

test('a second instance shows what the first one does', async ({ startCore, follow }) => {
  const source = createFakeSource(reportSmallCommunity);
  const first = await startCore({ configuredSource: () => source });
  const second = await follow(first.socketUrl);
  await untilMembers(second, SMALL);
  expect(conditionOf(second)).toBe('live');
  const client = await Client.join(second.socketUrl, 'alpha');
  const { sink } = source;
  sink.message('1001', { uid: '1', message: 'through two', channel: '9' });
  expect((await client.next('message')).data.message).toBe('through two');
  sink.presence('1001', { uid: '7', username: 'Eve', status: 'idle' });
  expect((await client.next('presence')).data).toMatchObject({ uid: '7', username: 'Eve' });
  sink.clientId('1001', '4711');
  expect((await client.next('update-clientid')).data.clientId).toBe('4711');
});

test('and a third one what the second does', async ({ startCore, follow }) => {
  const first = await startCore({
    configuredSource: () => createFakeSource(reportSmallCommunity),
  });
  const second = await follow(first.socketUrl);
  const third = await follow(second.socketUrl);
  await untilMembers(third, SMALL);
});

test('follows when the other one goes into a rehearsal and back', async ({ startCore, follow }) => {
  const source = createFakeSource(reportSmallCommunity);
  const first = await startCore({ configuredSource: () => source });
  const second = await follow(first.socketUrl);
  await untilMembers(second, SMALL);
  const client = await Client.join(second.socketUrl);
  first.commands.changeSetting('mock.enabled', true);
  await expect.poll(() => membersOf(first)['D-World']).toBeGreaterThan(0);
  await untilMembers(second, { ...membersOf(first), 'Members Only': 0 });
  first.commands.changeSetting('mock.enabled', false);
  await untilMembers(second, SMALL);
  source.sink.message('1002', { uid: '3', message: 'home again', channel: '9' });
  expect((await client.nextOf('message')).data.message).toBe('home again');
});

test('changes that come together with a new list reach the overlays', async ({
  startCore,
  follow,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const first = await startCore({ configuredSource: () => source });
  const second = await follow(first.socketUrl);
  await untilMembers(second, SMALL);
  const client = await Client.join(second.socketUrl, 'alpha');
  source.sink.servers([{ guildId: '1001', id: 'alpha', name: 'Alpha the second' }]);
  source.sink.presence('1001', { uid: '1', status: 'dnd' });
  source.sink.message('1001', { uid: '1', message: 'renamed', channel: '9' });
  expect((await client.nextOf('message')).data.message).toBe('renamed');
  await untilMembers(second, { 'Alpha the second': 2 });
  client.connect('alpha');
  expect((await client.nextOf('server-join')).data.users['1']?.status).toBe('dnd');
});

test('waits with one that has nothing yet', async ({ startCore, follow }) => {
  const source = createFakeSource((sink) => sink.servers([]));
  const first = await startCore({ configuredSource: () => source });
  const second = await follow(first.socketUrl);
  await untilLive(second);
  const client = await Client.join(second.socketUrl, 'beta');
  reportSmallCommunity(source.sink);
  await untilMembers(second, SMALL);
  expect((await client.nextOf('server-join')).data.serverName).toBe('Beta');
});

test('the real process', async ({ follow, dir }) => {
  const program = startHeadless('node', ['--port=0', '--mock', '--user-data-dir', dir]);
  try {
    const url = (await program.listening).replace('http', 'ws');
    const core = await follow(url);
    await untilLive(core);
    const direct = await Client.join(url);
    const relayed = await Client.join(core.socketUrl);
    const message = await direct.nextOf('message');
    expect(await relayed.nextOf('message')).toEqual(message);
  } finally {
    await program.stop();
  }
});

test('refuses to follow itself', async ({ startCore }) => {
  const core = await startCore();
  core.commands.changeSetting('relay.url', core.socketUrl.replace('127.0.0.1', 'localhost'));
  core.commands.changeSetting('source.kind', 'relay');
  await expect.poll(() => problemOf(core)).toBe('relay-loop');
  expect(conditionOf(core)).toBe('refused');
});

test('refuses to follow one that follows it', async ({ startCore, follow }) => {
  const first = await startCore();
  const second = await follow(first.socketUrl);
  const third = await follow(second.socketUrl);
  await untilLive(third);
  first.commands.changeSetting('relay.url', third.socketUrl);
  first.commands.changeSetting('source.kind', 'relay');
  await expect.poll(() => problemOf(first)).toBe('relay-loop');
  // What the first one shows is still to be seen everywhere.
  expect(conditionOf(third)).toBe('live');
  // The chain is broken, and nobody has to fear a loop any more.
  second.commands.changeSetting('mock.enabled', true);
  first.commands.retrySource();
  await expect.poll(() => conditionOf(first)).not.toBe('refused');
});
