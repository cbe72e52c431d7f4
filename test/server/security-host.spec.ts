/** Whoever names another host than ours gets nothing: the defence against DNS rebinding. */
import { networkInterfaces } from 'node:os';
import { expect, test } from '../fixtures/core.ts';
import { exchange, getRequest, request } from '../fixtures/raw-http.ts';
import { RawSocket, upgradeRequest } from '../fixtures/raw-socket.ts';

type Lines = (port: number) => readonly string[];

const GET = 'GET /api/version HTTP/1.1';

const requests: readonly (readonly [name: string, status: number, lines: Lines])[] = [
  ['127.0.0.1', 200, (port) => [GET, `Host: 127.0.0.1:${port}`]],
  ['localhost', 200, (port) => [GET, `Host: localhost:${port}`]],
  ['LOCALHOST', 200, (port) => [GET, `HOST: LOCALHOST:${port}`]],
  ['[::1]', 200, (port) => [GET, `Host: [::1]:${port}`]],
  ['HTTP/1.0 with a Host', 200, (port) => ['GET /api/version HTTP/1.0', `Host: localhost:${port}`]],
  ['a trailing dot', 403, (port) => [GET, `Host: localhost.:${port}`]],
  ['no port', 403, () => [GET, 'Host: 127.0.0.1']],
  ['another port', 403, (port) => [GET, `Host: 127.0.0.1:${port - 1}`]],
  ['userinfo', 403, (port) => [GET, `Host: evil@127.0.0.1:${port}`]],
  ['a rebound name', 403, (port) => [GET, `Host: evil.example:${port}`]],
  ['our name as a prefix', 403, (port) => [GET, `Host: 127.0.0.1:${port}.evil.example`]],
  ['two names in one', 403, (port) => [GET, `Host: 127.0.0.1:${port}, evil.example`]],
  ['the same Host twice', 400, (port) => [GET, ...Array(2).fill(`Host: 127.0.0.1:${port}`)]],
  ['ours, then another', 400, (port) => [GET, `Host: 127.0.0.1:${port}`, 'Host: evil.example']],
  ['another, then ours', 400, (port) => [GET, 'Host: evil.example', `Host: 127.0.0.1:${port}`]],
  ['no Host', 400, () => [GET]],
  ['no Host in HTTP/1.0', 400, () => ['GET /api/version HTTP/1.0']],
  ['an empty Host', 400, () => [GET, 'Host:']],
  ['a blank Host', 400, () => [GET, 'Host:   ']],
  ['a Host with a blank before the colon', 400, (port) => [GET, `Host : 127.0.0.1:${port}`]],
  ['a folded Host', 400, (port) => [GET, 'Host: evil.example', ` 127.0.0.1:${port}`]],
];

for (const [name, status, lines] of requests) {
  test(`${name}: ${status}`, async ({ startCore }) => {
    const { port } = await startCore();
    const text = request([...lines(port), 'Connection: close']);
    const response = await exchange(port, text);
    expect(response.status).toBe(status);
    expect(response.body.includes('9.8.7')).toBe(status === 200);
  });
}

test('an absolute target must name us as well', async ({ startCore }) => {
  const { port } = await startCore();
  const own = `127.0.0.1:${port}`;
  const statusOf = async (target: string, host = own): Promise<number> =>
    (await exchange(port, getRequest(target, host))).status;
  expect(await statusOf(`http://${own}/api/version`)).toBe(200);
  expect(await statusOf(`http://localhost:${port}/`)).toBe(200);
  expect(await statusOf(`http://evil.example:${port}/api/version`)).toBe(403);
  expect(await statusOf(`http://${own}@evil.example/`)).toBe(403);
  expect(await statusOf(`http://${own}/`, `evil.example:${port}`)).toBe(403);
  expect(await statusOf(`https://${own}/`)).toBe(400);
  expect(await statusOf('file:///etc/passwd')).toBe(400);
  expect(await statusOf('api/version')).toBe(400);
});

test('an upgrade under another name is refused like a request', async ({ startCore }) => {
  const { port } = await startCore();
  for (const host of ['evil.example', `evil.example:${port}`, `localhost.:${port}`]) {
    // A program; then a page whose name was rebound: Origin and Host agree, and both lie.
    for (const origins of [[], [`Origin: http://${host}`]]) {
      const raw = new RawSocket(port);
      const text = upgradeRequest(port, origins).replace(/Host: .*/, `Host: ${host}`);
      expect((await raw.upgrade(text)).status, host).toBe(403);
      await raw.closed;
      expect(raw.frames).toEqual([]);
    }
  }
});

test('listening on every address adds the addresses, and no other name', async ({ startCore }) => {
  const { port } = await startCore({ settings: { 'server.host': '0.0.0.0' } });
  const statusOf = async (name: string): Promise<number> =>
    (await exchange(port, getRequest('/', `${name}:${port}`))).status;
  const interfaces = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const own = interfaces.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
  for (const address of own) expect(await statusOf(address), address).toBe(200);
  for (const name of ['0.0.0.0', '192.0.2.1', 'evil.example']) {
    expect(await statusOf(name), name).toBe(403);
  }
});

test('a refused name is in the event log, once', async ({ startCore }) => {
  const core = await startCore();
  const host = `evil.example:${core.port}`;
  for (let i = 0; i < 20; i++) await exchange(core.port, getRequest('/', host));
  const facts = core.events.from(0, 100).map(({ fact }) => fact);
  const refusals = facts.filter(({ kind }) => kind === 'refused');
  expect(refusals).toEqual([{ kind: 'refused', what: 'host', host }]);
});
