/** View keys: what they open, how they are shown, and that they are good for nothing once taken back. */
import { request } from 'node:http';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { expect, type TestCore, test } from '../fixtures/core.ts';

const GAMMA = '1003';

async function startProtected(startCore: (options: object) => Promise<TestCore>) {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ configuredSource: () => source });
  const keyId = await core.commands.createViewKey('Gaming scene', [GAMMA]);
  const key = await core.commands.revealViewKey(keyId);
  return { core, source, keyId, key };
}

const WAYS: Readonly<Record<string, (url: string, key: string) => Promise<Client>>> = {
  'a header': (url, key) => Client.open(url, { headers: { Authorization: `Bearer ${key}` } }),
  'the query': (url, key) => Client.open(`${url}/?key=${key}`),
};

for (const [what, open] of Object.entries(WAYS)) {
  test(`a key in ${what} lets into its guild, and into no other`, async ({ startCore }) => {
    const { core, source, key, keyId } = await startProtected(startCore);
    const client = await open(core.socketUrl, key);
    client.connect('gamma');
    expect((await client.nextOf('server-join')).data.serverName).toBe('Gamma');
    expect(core.store.state.keyUses.map((use) => use.keyId)).toEqual([keyId]);
    source.sink.servers([
      { guildId: '1002', id: 'beta', name: 'Beta', passworded: true },
      { guildId: GAMMA, id: 'gamma', name: 'Gamma', passworded: true },
    ]);
    await client.next('server-list');
    client.connect('beta');
    expect((await client.next('error')).data.message).toContain('requires Discord');
  });
}

test('a browser shows it as a subprotocol, which is never sent back', async ({ startCore }) => {
  const { core, key } = await startProtected(startCore);
  const chosen = await new Promise<string>((resolve, reject) => {
    const upgrade = request(`${core.url}/`, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
        'Sec-WebSocket-Protocol': `dback, dback-key.${key}`,
      },
    });
    upgrade.once('error', reject);
    upgrade.once('upgrade', ({ rawHeaders }, socket) => {
      socket.destroy();
      resolve(rawHeaders.join('\n'));
    });
    upgrade.end();
  });
  expect(chosen).toContain('\ndback');
  expect(chosen).not.toContain(key);
});

test('a wrong key opens nothing that is protected, and says so', async ({ startCore }) => {
  const { core, key } = await startProtected(startCore);
  const wrong = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
  const client = await Client.open(core.socketUrl, {
    headers: { Authorization: `Bearer ${wrong}` },
  });
  client.connect('gamma');
  expect((await client.nextOf('error')).data.message).toContain('requires Discord');
  const facts = core.events.from(0, 1000).map(({ fact }) => fact);
  expect(facts).toContainEqual(expect.objectContaining({ what: 'login', reason: 'wrong-key' }));
});

test('renewing and revoking a key closes its sockets within a second', async ({ startCore }) => {
  const { core, keyId, key } = await startProtected(startCore);
  const open = async (secret: string): Promise<Client> => {
    const client = await WAYS['a header']?.(core.socketUrl, secret);
    if (!client) throw new Error('no client');
    client.connect('gamma');
    return client;
  };
  const first = await open(key);
  await first.nextOf('server-join');
  const bystander = await Client.join(core.socketUrl, 'alpha');
  const closed = first.closed();
  const before = performance.now();
  await core.commands.rotateViewKey(keyId);
  expect(await closed).toBe(1008);
  expect(performance.now() - before).toBeLessThan(1_000);

  const late = await open(key);
  await late.nextOf('error');
  const renewed = await open(await core.commands.revealViewKey(keyId));
  await renewed.nextOf('server-join');
  const gone = renewed.closed();
  await core.commands.revokeViewKey(keyId);
  expect(await gone).toBe(1008);
  await bystander.settle();
  await expect(core.commands.revealViewKey(keyId)).rejects.toThrow('not there any more');
});

test('protecting a guild lets go of who would not be let in, and of nobody else', async ({
  startCore,
}) => {
  const { core, source } = await startProtected(startCore);
  const wide = await core.commands.revealViewKey(await core.commands.createViewKey('All', null));
  const stranger = await Client.join(core.socketUrl, 'alpha');
  const known = await Client.open(core.socketUrl, { headers: { Authorization: `Bearer ${wide}` } });
  known.connect('alpha');
  await known.nextOf('server-join');
  core.commands.protectGuild('1001', true);
  expect((await stranger.next('server-list')).data).toMatchObject({ '1001': { passworded: true } });
  expect((await stranger.next('error')).data.message).toContain('requires Discord');
  source.sink.message('1001', { uid: '1', message: 'secret', channel: '9' });
  expect((await known.nextOf('message')).data.message).toBe('secret');
  await stranger.settle();
  expect(stranger.untaken).toEqual([]);
  core.commands.protectGuild('1001', false);
  expect((await stranger.next('server-list')).data).toMatchObject({
    '1001': { passworded: false },
  });
});

test('protection that nothing could ever open is refused with a reason', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ configuredSource: () => source });
  expect(() => core.commands.protectGuild('1001', true)).toThrow('make a view key');
  await core.commands.createViewKey('Alpha only', ['1001']);
  core.commands.protectGuild('1001', true);
  expect(() => core.commands.protectGuild('1002', true)).toThrow('make a view key');
});

test('the original’s password opens its guild, wrong ones do not', async ({ startCore }) => {
  const { core } = await startProtected(startCore);
  await core.commands.setGuildPassword('1001', 'open sesame');
  const client = await Client.open(core.socketUrl);
  await client.next('server-list');
  for (const password of ['open', 'open sesame ', 'x'.repeat(2000), 7]) {
    client.connect('alpha', { password });
    await client.next('error');
  }
  client.connect('alpha', { password: 'open sesame' });
  expect((await client.next('server-join')).data.serverName).toBe('Alpha');
});

test('keys and passwords are in no setting, event or state, and in no frame', async ({
  startCore,
}) => {
  const { core, key } = await startProtected(startCore);
  await core.commands.setGuildPassword('1001', 'open sesame');
  const client = await Client.open(`${core.socketUrl}/?key=${key}`);
  client.connect('alpha', { password: 'open sesame' });
  await client.nextOf('server-join');
  core.refreshClients();
  const everything = JSON.stringify([core.events.from(0, 1000), core.store.state, client.frames]);
  for (const secret of [key, key.slice(4), 'open sesame', core.ownKey]) {
    expect(everything).not.toContain(secret);
  }
});
