/** Stopping: no client, and no stranger, can keep the server from going. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '../fixtures/core.ts';
import { RawSocket } from '../fixtures/raw-socket.ts';
import { Talker } from '../fixtures/talker.ts';

test('clients that come back at once, and one that does not say goodbye', async ({ startCore }) => {
  const core = await startCore();
  const mute = await RawSocket.open(core.port);
  let isOver = false;
  const stubborn = async (): Promise<void> => {
    while (!isOver) {
      const talker = await Talker.open(core.socketUrl).catch(() => null);
      if (talker?.isOpen) await once(talker.webSocket, 'close');
      else await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const clients = Array.from({ length: 5 }, stubborn);
  await expect.poll(() => core.store.state.clients.length).toBe(6);
  const start = Date.now();
  await core.stop();
  expect(Date.now() - start).toBeLessThan(3_000);
  isOver = true;
  await mute.closed;
  await Promise.all(clients);
});

test('requests that are half sent when it stops', async ({ startCore }) => {
  const core = await startCore();
  const socket = connect(core.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: ');
  await Talker.open(core.socketUrl);
  const start = Date.now();
  await core.stop();
  expect(Date.now() - start).toBeLessThan(3_000);
  socket.destroy();
});
