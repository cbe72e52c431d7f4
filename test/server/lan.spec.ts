/** Other computers: shut out by default, and in LAN mode let in with a key and nothing less. */
import { Client } from '../fixtures/client.ts';
import { test as base, expect } from '../fixtures/core.ts';
import { type OtherMachine, plugInMachine } from '../fixtures/other-machine.ts';

const test = base.extend<{ other: OtherMachine }>({
  other: async ({}, use, { parallelIndex }) => {
    const machine = await plugInMachine(parallelIndex);
    await use(machine);
    await machine.remove();
  },
});

const statusOf = (url: string): string => `
  const { status } = await fetch(${JSON.stringify(url)}).catch(() => ({ status: 'unreachable' }));
  console.log(String(status));`;

/** Joins the default guild from there; prints its name, or how it was turned away. */
const joinFrom = (url: string, protocols: readonly string[] = []): string => `
  import { WebSocket } from 'ws';
  const socket = new WebSocket(${JSON.stringify(url)}, ${JSON.stringify(protocols)});
  const end = (text) => { console.log(text); process.exit(); };
  socket.on('error', (error) => end(error.message));
  socket.on('message', (data) => {
    const frame = JSON.parse(data);
    if (frame.type === 'server-list') socket.send('{"type":"connect","data":{"server":null}}');
    else end(frame.data.serverName ?? frame.data.message);
  });`;

test('by default another machine finds nothing to talk to', async ({ startCore, other }) => {
  const { port } = await startCore();
  expect(await other.node(statusOf(`http://${other.hostAddress}:${port}/`))).toBe('unreachable');
});

test('listening everywhere is not letting everybody in', async ({ startCore, other }) => {
  const { port } = await startCore({ settings: { 'server.host': '0.0.0.0' } });
  const url = `${other.hostAddress}:${port}`;
  expect(await other.node(statusOf(`http://${url}/api/version`))).toBe('403');
  expect(await other.node(joinFrom(`ws://${url}`))).toContain('403');
});

test('in LAN mode a key lets in, and nothing else', async ({ startCore, other }) => {
  const core = await startCore({
    settings: { 'lan.enabled': true, 'lan.addresses': [other.hostAddress] },
  });
  const key = await core.commands.revealViewKey(await core.commands.createViewKey('PC 2', null));
  expect(core.store.state.server).toMatchObject({ lan: [other.hostAddress] });
  const url = `${other.hostAddress}:${core.port}`;
  expect(await other.node(statusOf(`http://${url}/`))).toBe('401');
  expect(await other.node(statusOf(`http://${url}/api/status`))).toBe('401');
  expect(await other.node(joinFrom(`ws://${url}`))).toContain('401');
  expect(await other.node(statusOf(`http://${url}/?key=${key}`))).toBe('200');
  expect(await other.node(joinFrom(`ws://${url}`, ['dback', `dback-key.${key}`]))).toBe('D-World');
  // Still by name, so that no page can rebind its own.
  const named = `
    import { request } from 'node:http';
    const headers = { Host: 'evil.example:${core.port}', Authorization: 'Bearer ${key}' };
    request('http://${url}/', { headers }, (response) => console.log(String(response.statusCode))).end();`;
  expect(await other.node(named)).toBe('403');
});

test('an address that was not chosen is not listened on', async ({ startCore, other }) => {
  const core = await startCore({
    settings: { 'lan.enabled': true, 'lan.addresses': ['10.255.255.1'] },
  });
  const url = `http://${other.hostAddress}:${core.port}/`;
  expect(await other.node(statusOf(url))).toBe('unreachable');
});

test('switching LAN mode on asks a key of those who are already there', async ({ startCore }) => {
  const core = await startCore();
  const client = await Client.join(core.socketUrl);
  const closed = client.closed();
  core.commands.changeSetting('lan.enabled', true);
  expect([1001, 1008]).toContain(await closed);
  await expect.poll(() => core.store.state.server).toMatchObject({ lan: expect.any(Array) });
  await expect(Client.open((core.overlayUrl(null) ?? '').replace('http', 'ws'))).rejects.toThrow(
    '401',
  );
});
