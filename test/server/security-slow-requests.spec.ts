/** Connections that say nothing, or never finish, are closed; there is room for only so many. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { LIMITS } from '../../main/core/server/limits.ts';
import { expect, test } from '../fixtures/core.ts';
import { CoreProcess } from '../fixtures/core-process.ts';
import { exchange, getRequest } from '../fixtures/raw-http.ts';
import { upgradeRequest } from '../fixtures/raw-socket.ts';

/** Sent at once, and, for those that drip, a letter a second. */
const requests: readonly (readonly [name: string, text: string, drip: string])[] = [
  ['silent', '', ''],
  ['half a request line', 'GET /', ''],
  ['half a head', 'GET / HTTP/1.1\r\nHost: HOST\r\nX-Half: ', ''],
  ['a dripping request line', 'GET /', 'x'],
  ['a dripping head', 'GET / HTTP/1.1\r\nHost: HOST\r\nX-Drip: ', 'x'],
  ['a body that does not come', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9\r\n\r\n', ''],
  ['a dripping body', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99\r\n\r\n', 'x'],
  ['a GET with half a body', 'GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9\r\n\r\nx', ''],
  ['a GET that drips', 'GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99\r\n\r\n', 'x'],
  [
    'chunks without an end',
    'PUT / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n',
    '',
  ],
  ['a finished request, then silence', 'GET / HTTP/1.1\r\nHost: HOST\r\n\r\n', ''],
  ['a request and half of the next', 'GET / HTTP/1.1\r\nHost: HOST\r\n\r\nGET /', ''],
  ['half an upgrade', 'GET / HTTP/1.1\r\nHost: HOST\r\nUpgrade: websocket\r\n', ''],
];

test('whoever does not finish is closed within 12 s', async ({ startCore }) => {
  const { port } = await startCore();
  const lifetimes = requests.map(async ([name, text, drip]) => {
    const start = Date.now();
    const socket = open(port);
    socket.write(text.replaceAll('HOST', `127.0.0.1:${port}`));
    const dripping = setInterval(() => drip && socket.write(drip), 1_000);
    await closing(socket);
    clearInterval(dripping);
    return { name, seconds: (Date.now() - start) / 1000 };
  });
  for (const { name, seconds } of await Promise.all(lifetimes)) {
    expect(seconds, name).toBeLessThan(12);
  }
  expect((await exchange(port, getRequest('/', `127.0.0.1:${port}`))).status).toBe(200);
});

test('a refused upgrade does not keep a socket that the client never closes', async ({
  startCore,
}) => {
  const core = await startCore();
  const socket = connect({ port: core.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.write(upgradeRequest(core.port, ['Origin: http://evil.example']));
  socket.resume();
  await once(socket, 'end');
  // Only to a socket that is really gone can nothing be written any more.
  const dripping = setInterval(() => socket.write('x'), 20);
  await closing(socket);
  clearInterval(dripping);
});

test('a refused upgrade does not keep the server from stopping', async ({ startCore }) => {
  const core = await startCore();
  const socket = connect({ port: core.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.write(upgradeRequest(core.port, [], '/nothing'));
  socket.resume();
  await once(socket, 'end');
  const start = Date.now();
  await core.stop();
  expect(Date.now() - start).toBeLessThan(3_000);
  socket.destroy();
});

test('there is room for only so many connections, and it is given back', async ({ dir }) => {
  const core = await CoreProcess.start(dir);
  const sockets: Socket[] = [];
  try {
    for (let opened = 0; opened < LIMITS.connections + 100; opened += 100) {
      const batch = Array.from({ length: 100 }, () => open(core.port));
      sockets.push(...batch);
      await Promise.all(batch.map((socket) => once(socket, 'connect')));
    }
    const countOpen = (): number => sockets.filter(({ closed }) => !closed).length;
    await expect.poll(countOpen).toBeLessThanOrEqual(LIMITS.connections);
    expect(countOpen()).toBeGreaterThan(LIMITS.connections - 100);
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(
        async () => (await exchange(core.port, getRequest('/', `127.0.0.1:${core.port}`))).status,
      )
      .toBe(200);
  } finally {
    for (const socket of sockets) socket.destroy();
    await core.stop();
  }
});

/** Resolves when the socket is gone, also by a reset. */
function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket.resume();
}
