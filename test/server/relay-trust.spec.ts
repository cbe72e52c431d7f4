/** Whom the relay does not follow: the unencrypted, the unproven, the redirecting, itself. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { FakeClock } from '../fakes/fake-clock.ts';
import { COMMUNITY, conditionOf, expect, problemOf, test, untilLive } from '../fixtures/relay.ts';

async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test('no address, and one that is not encrypted: nothing is even tried', async ({ follow }) => {
  const core = await follow('ws://example.invalid:3000');
  expect(core.store.state.source).toEqual({
    kind: 'relay',
    condition: 'refused',
    problem: { code: 'relay-insecure', detail: 'example.invalid:3000' },
  });
  core.commands.changeSetting('relay.url', null);
  expect(problemOf(core)).toBe('relay-no-address');
});

test('a certificate that proves nothing, whatever the environment says', async ({
  follow,
  startDBack,
  dir,
}) => {
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
      ...['-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  let upgrades = 0;
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) });
  const webSockets = new WebSocketServer({ server });
  webSockets.on('connection', (socket) => {
    upgrades += 1;
    socket.send(JSON.stringify({ type: 'server-list', data: COMMUNITY.servers }));
  });
  const port = await listen(server);
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    const core = await follow(`wss://localhost:${port}`);
    await expect.poll(() => problemOf(core)).toBe('relay-certificate');
    expect(core.store.state.source).toMatchObject({ condition: 'waiting' });
    expect(upgrades).toBe(0);
    // It tries again, and is content as soon as it may be.
    core.commands.changeSetting('relay.url', (await startDBack()).url);
    await untilLive(core);
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    webSockets.close();
    server.close();
    server.closeAllConnections();
  }
});

test('TLS to a server that has none', async ({ follow, startDBack }) => {
  const { port } = await startDBack();
  const core = await follow(`wss://127.0.0.1:${port}`);
  await expect.poll(() => problemOf(core)).not.toBeNull();
  expect(['relay-not-d-back', 'relay-unreachable']).toContain(problemOf(core));
});

test('a redirect is told and not followed', async ({ follow, startDBack }) => {
  const target = await startDBack();
  const server = createServer((_request, response) => {
    response.writeHead(302, { Location: `http://127.0.0.1:${target.port}/a?token=x` }).end();
  });
  const port = await listen(server);
  const core = await follow(`ws://127.0.0.1:${port}`);
  await expect.poll(() => problemOf(core)).toBe('relay-redirect');
  expect(core.store.state.source).toMatchObject({
    problem: { detail: `http://127.0.0.1:${target.port}` },
  });
  expect((await target.tell()).opened).toBe(0);
  server.close();
});

for (const [status, code] of [
  [200, 'relay-not-d-back'],
  [404, 'relay-not-d-back'],
  [403, 'relay-not-d-back'],
  [503, 'relay-unreachable'],
] as const) {
  test(`a web server that answers ${status}`, async ({ follow }) => {
    const server = createServer((_request, response) => response.writeHead(status).end('hello'));
    const core = await follow(`ws://127.0.0.1:${await listen(server)}`);
    await expect.poll(() => problemOf(core)).toBe(code);
    server.close();
  });
}

test('a server that speaks something else', async ({ follow }) => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end('220 mail.example ESMTP\r\n');
  });
  const core = await follow(`ws://127.0.0.1:${await listen(server)}`);
  await expect.poll(() => problemOf(core)).toBe('relay-not-d-back');
  server.close();
});

test('a WebSocket server that is no d-back', async ({ follow, startDBack }) => {
  const dBack = await startDBack({ opening: 'chat' });
  const core = await follow(dBack.url);
  await expect.poll(() => problemOf(core)).toBe('relay-not-d-back');
});

test('one that never says anything, and one that never even answers', async ({
  follow,
  startDBack,
}) => {
  const clock = new FakeClock();
  const dBack = await startDBack({ opening: 'nothing' });
  const core = await follow(dBack.url, { clock });
  await expect.poll(async () => (await dBack.tell()).open).toBe(1);
  await expect
    .poll(() => {
      clock.advance(5_000);
      return problemOf(core);
    })
    .toBe('relay-silent');
  const mute = createTcpServer((socket) => socket.on('error', () => socket.destroy()));
  const port = await listen(mute);
  core.commands.changeSetting('relay.url', `ws://127.0.0.1:${port}`);
  expect(conditionOf(core)).toBe('connecting');
  clock.advance(15_000);
  await expect.poll(() => problemOf(core)).toBe('relay-unreachable');
  core.commands.changeSetting('relay.url', null);
  mute.close();
});

test('a frame that is too big ends the link before it is read', async ({ follow, startDBack }) => {
  const dBack = await startDBack({
    ...COMMUNITY,
    client_ids: { '100000000000000001': 'x'.repeat(5 * 1024 * 1024) },
  });
  const core = await follow(dBack.url);
  await expect.poll(() => problemOf(core)).toBe('relay-too-big');
});
