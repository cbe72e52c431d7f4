/** Which web pages may open the WebSocket: only what is on a list, and the user holds the pen. */
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/core.ts';
import { RawSocket, upgradeRequest } from '../fixtures/raw-socket.ts';

type Origins = (port: number) => readonly string[];

const LISTED = ['https://example.org', 'http://absolute'];

const upgrades: readonly (readonly [name: string, status: 101 | 403, origins: Origins])[] = [
  ['none', 101, () => []],
  ['127.0.0.1', 101, (port) => [`http://127.0.0.1:${port}`]],
  ['localhost', 101, (port) => [`http://localhost:${port}`]],
  ['[::1]', 101, (port) => [`http://[::1]:${port}`]],
  ['one that is allowed', 101, () => ['https://example.org']],
  ['in capitals', 403, () => ['https://EXAMPLE.org']],
  ['with a slash', 403, () => ['https://example.org/']],
  ['another scheme', 403, () => ['http://example.org']],
  ['ours with another scheme', 403, (port) => [`https://127.0.0.1:${port}`]],
  ['ours in capitals', 403, (port) => [`HTTP://LOCALHOST:${port}`]],
  ['ours without a port', 403, () => ['http://127.0.0.1']],
  ['another port', 403, (port) => [`http://127.0.0.1:${port - 1}`]],
  ['ours as a prefix', 403, (port) => [`http://127.0.0.1:${port}.evil.example`]],
  ['ours as userinfo', 403, (port) => [`http://127.0.0.1:${port}@evil.example`]],
  ['foreign', 403, () => ['http://evil.example']],
  ['foreign on our port', 403, (port) => [`http://evil.example:${port}`]],
  ['null', 403, () => ['null']],
  ['a local file in OBS, even listed', 403, () => ['http://absolute']],
  ['a local file', 403, () => ['file://']],
  ['empty', 403, () => ['']],
  ['ours twice', 403, (port) => Array(2).fill(`http://127.0.0.1:${port}`)],
  ['ours, then foreign', 403, (port) => [`http://127.0.0.1:${port}`, 'http://evil.example']],
  ['foreign, then ours', 403, (port) => ['http://evil.example', `http://127.0.0.1:${port}`]],
];

for (const [name, status, origins] of upgrades) {
  test(`Origin ${name}: ${status}`, async ({ startCore }) => {
    const core = await startCore({ settings: { 'server.allowedOrigins': LISTED } });
    const raw = new RawSocket(core.port);
    const lines = origins(core.port).map((origin) => `Origin: ${origin}`);
    const answer = await raw.upgrade(upgradeRequest(core.port, lines, '/ws?x=y'));
    expect(answer.status).toBe(status);
    const facts = core.events.from(0, 100).map(({ fact }) => fact);
    const refusals = facts.filter(({ kind }) => kind === 'refused');
    if (status === 101) {
      await expect.poll(() => raw.frames.length).toBeGreaterThan(0);
      expect(refusals).toEqual([]);
      raw.socket.destroy();
    } else {
      await raw.closed;
      expect(raw.frames).toEqual([]);
      const origin = origins(core.port).join(', ');
      expect(refusals).toEqual([{ kind: 'refused', what: 'origin', origin }]);
      expect(facts.some(({ kind }) => kind === 'client')).toBe(false);
    }
  });
}

test('the same refusal is not told again and again', async ({ startCore }) => {
  const core = await startCore();
  for (let i = 0; i < 50; i++) {
    const raw = new RawSocket(core.port);
    await raw.upgrade(upgradeRequest(core.port, ['Origin: http://evil.example']));
    raw.socket.destroy();
  }
  const refusals = core.events.from(0, 1000).filter(({ fact }) => fact.kind === 'refused');
  expect(refusals).toHaveLength(1);
});

test('an endless Origin does not fill the log', async ({ startCore }) => {
  const core = await startCore();
  const raw = new RawSocket(core.port);
  await raw.upgrade(upgradeRequest(core.port, [`Origin: http://${'x'.repeat(10_000)}`]));
  await raw.closed;
  expect(JSON.stringify(core.events.from(0, 100)).length).toBeLessThan(2_000);
});

test('the user lets a page in, and the running server does so at once', async ({ startCore }) => {
  const core = await startCore();
  const origin = 'https://overlay.example';
  await expect(Client.open(core.socketUrl, { origin })).rejects.toThrow('403');
  core.commands.allowOrigin(origin);
  const client = await Client.open(core.socketUrl, { origin });
  await client.next('server-list');
  await expect(Client.open(core.socketUrl, { origin: `${origin}.evil` })).rejects.toThrow('403');
});

test('other paths are not there, whatever the Origin', async ({ startCore }) => {
  const { port } = await startCore();
  for (const path of ['/nothing', '/ws/', '/WS', '/%77s', '/../ws', '/api/version']) {
    const raw = new RawSocket(port);
    expect((await raw.upgrade(upgradeRequest(port, [], path))).status, path).toBe(404);
    await raw.closed;
    expect(raw.frames).toEqual([]);
  }
});
