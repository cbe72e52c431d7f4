/** What a joined overlay hears, and how it follows when guild, list or source change. */
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/core.ts';

test('hears its own guild only, before and after a switch', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  source.sink.message('1002', { uid: '3', message: 'not for you', channel: '9' });
  source.sink.message('1001', { uid: '1', message: 'for you', channel: '9' });
  expect(await client.next('message')).toEqual({
    type: 'message',
    server: '1001',
    data: { uid: '1', message: 'for you', channel: '9' },
  });
  client.connect('beta');
  await client.next('server-join');
  source.sink.message('1001', { uid: '1', message: 'too late', channel: '9' });
  source.sink.message('1002', { uid: '3', message: 'now', channel: '9' });
  expect((await client.next('message')).data.message).toBe('now');
  await client.settle();
  expect(client.untaken).toEqual([]);
});

test('a refused connect leaves the subscription as it was', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  client.connect('nowhere');
  await client.next('error');
  client.connect('gamma');
  await client.next('error');
  source.sink.message('1001', { uid: '1', message: 'still here', channel: '9' });
  expect((await client.next('message')).data.message).toBe('still here');
});

test('presence: changes, arrivals with their looks, goodbyes; never a ghost', async ({
  startCore,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  const { sink } = source;
  sink.presence('1001', { uid: '99', status: 'online' });
  sink.presence('1001', { uid: '98', status: 'offline', delete: true });
  sink.presence('1001', { uid: '1', status: 'online' });
  sink.presence('1001', { uid: '1', status: 'invisible' });
  sink.presence('1001', { uid: '5', username: 'Eve', status: 'idle', roleColor: '#0000ff' });
  sink.presence('1001', { uid: '2', status: 'idle', delete: true });
  const heard = [await client.next('presence'), await client.next('presence')];
  expect(heard.map(({ data }) => data)).toEqual([
    { uid: '1', status: 'offline' },
    { uid: '5', status: 'idle', username: 'Eve', roleColor: '#0000ff' },
  ]);
  expect((await client.next('presence')).data).toEqual({
    uid: '2',
    status: 'offline',
    delete: true,
  });
  const second = await Client.open(socketUrl);
  second.connect('alpha');
  const { users } = (await second.nextOf('server-join')).data;
  expect(Object.keys(users)).toEqual(['1', '5']);
  expect(users['1']?.status).toBe('offline');
});

test('a client id is in the join and every later one is told', async ({ startCore }) => {
  const source = createFakeSource((sink) => {
    reportSmallCommunity(sink);
    sink.clientId('1001', '424242');
  });
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.open(socketUrl);
  client.connect('alpha');
  expect((await client.nextOf('server-join')).data.clientId).toBe('424242');
  source.sink.clientId('1001', '424242');
  source.sink.clientId('1001', '434343');
  expect(await client.next('update-clientid')).toEqual({
    type: 'update-clientid',
    server: '1001',
    data: { clientId: '434343' },
  });
});

test('a changed list reaches everybody; who stays is not disturbed', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const staying = await Client.join(socketUrl, 'alpha');
  const moving = await Client.join(socketUrl, 'beta');
  source.sink.servers([{ guildId: '1001', id: 'alpha', name: 'Alpha renamed', default: true }]);
  expect((await staying.next('server-list')).data['1001']?.name).toBe('Alpha renamed');
  await moving.next('server-list');
  const join = await moving.next('server-join');
  expect(join.data).toMatchObject({ request: { server: 'alpha' }, serverName: 'Alpha renamed' });
  // d-zone asks again for what its address says, as soon as it sees a list.
  moving.connect('beta');
  expect((await moving.next('server-join')).data.serverName).toBe('Alpha renamed');
  await staying.settle();
  expect(staying.untaken).toEqual([]);
});

test('who was moved goes back as soon as its guild is listed again', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  const alpha = { guildId: '1001', id: 'alpha', name: 'Alpha' };
  const beta = { guildId: '1002', id: 'beta', name: 'Beta', default: true };
  source.sink.servers([beta]);
  expect((await client.nextOf('server-join')).data.serverName).toBe('Beta');
  source.sink.servers([alpha, beta]);
  source.sink.users('1001', [{ uid: '1', username: 'Ann', status: 'online' }]);
  expect((await client.nextOf('server-join')).data.serverName).toBe('Alpha');
});

test('what is asked for before there is any guild is granted when it comes', async ({
  startCore,
}) => {
  const source = createFakeSource((sink) => sink.servers([]));
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  reportSmallCommunity(source.sink);
  expect((await client.nextOf('server-join')).data.serverName).toBe('Alpha');
});

test('mock mode switches live: new list, new members, no reload', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ configuredSource: () => source });
  const byDefault = await Client.join(core.socketUrl);
  const byName = await Client.join(core.socketUrl, 'alpha');
  core.commands.changeSetting('mock.enabled', true);
  expect((await byDefault.next('server-list')).data).toHaveProperty('232769614004748288');
  const rehearsal = await byDefault.next('server-join');
  expect(rehearsal.data).toMatchObject({ request: { server: 'default' }, serverName: 'D-World' });
  await byName.next('server-list');
  expect((await byName.next('server-join')).data.serverName).toBe('D-World');
  expect(core.store.state.source).toEqual({ kind: 'mock', condition: 'rehearsal' });
  expect(source.isLive).toBe(false);
  source.sink.message('1002', { uid: '3', message: 'from the past', channel: '9' });
  core.commands.changeSetting('mock.enabled', false);
  await byDefault.nextOf('server-list');
  expect((await byDefault.nextOf('server-join')).data.serverName).toBe('Beta');
  const back = await byName.nextOf('server-join');
  expect(back.data).toMatchObject({ request: { server: 'alpha' }, serverName: 'Alpha' });
  expect(core.store.state.source).toEqual({ kind: 'relay', condition: 'live' });
  expect(JSON.stringify(byDefault.frames)).not.toContain('from the past');
});

test('members that come after the list arrive as one join, not one by one', async ({
  startCore,
}) => {
  const source = createFakeSource((sink) => {
    sink.servers([{ guildId: '77', id: 'slow', name: 'Slow' }]);
  });
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.open(socketUrl);
  client.connect(null);
  expect((await client.nextOf('server-join')).data.users).toEqual({});
  source.sink.users('77', [
    { uid: '1', username: 'Ann', status: 'online' },
    { uid: '2', username: 'Bob', status: 'online' },
  ]);
  expect(Object.keys((await client.next('server-join')).data.users)).toHaveLength(2);
  source.sink.users('77', [{ uid: '1', username: 'Ann', status: 'idle' }]);
  expect((await client.next('presence')).data).toEqual({ uid: '1', status: 'idle' });
  expect((await client.next('presence')).data).toEqual({
    uid: '2',
    status: 'offline',
    delete: true,
  });
});

test('a source that has nothing yet still offers one default guild', async ({ startCore }) => {
  const source = createFakeSource((sink) => sink.servers([]));
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.open(socketUrl);
  expect(Object.keys((await client.next('server-list')).data)).toHaveLength(1);
  client.connect(null);
  await client.next('server-join');
  reportSmallCommunity(source.sink);
  await client.next('server-list');
  expect((await client.next('server-join')).data.serverName).toBe('Beta');
});

test('a guild that becomes protected lets go of who is in it without a login', async ({
  startCore,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  source.sink.servers([{ guildId: '1001', id: 'alpha', name: 'Alpha', passworded: true }]);
  await client.next('server-list');
  expect((await client.next('error')).data.message).toContain('requires Discord authentication');
  source.sink.message('1001', { uid: '1', message: 'secret', channel: '9' });
  await client.settle();
  expect(client.untaken).toEqual([]);
});

test('the socket is told 1001 when the server stops, and the port is free again', async ({
  startCore,
}) => {
  const core = await startCore();
  const client = await Client.join(core.socketUrl);
  const closed = client.closed();
  await core.stop();
  expect(await closed).toBe(1001);
  const again = await startCore({ settings: { 'server.port': core.port } });
  await Client.join(again.socketUrl);
});

test('whoever stays where it is hears what happens together with a new list', async ({
  startCore,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const client = await Client.join(socketUrl, 'alpha');
  const { sink } = source;
  sink.servers([
    { guildId: '1001', id: 'alpha', name: 'Alpha' },
    { guildId: '1009', id: 'omega', name: 'Omega' },
  ]);
  sink.presence('1001', { uid: '1', status: 'dnd' });
  sink.users('1009', [{ uid: '9', username: 'Zoe', status: 'online' }]);
  sink.message('1001', { uid: '1', message: 'all in one turn', channel: '9' });
  expect((await client.nextOf('presence')).data).toEqual({ uid: '1', status: 'dnd' });
  expect((await client.nextOf('message')).data.message).toBe('all in one turn');
});
