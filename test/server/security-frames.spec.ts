/** Clients that break the WebSocket protocol: only their own socket ends, with the right code. */
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/core.ts';
import { clientFrame, OPCODE, RawSocket, upgradeRequest } from '../fixtures/raw-socket.ts';

const KIB = 1024;
const CONNECT = '{"type":"connect","data":{"server":"docs"}}';
const first = { final: false };
const rest = { opcode: OPCODE.continuation };

const broken: readonly (readonly [name: string, bytes: Buffer, code: number])[] = [
  ['an unmasked frame', clientFrame(CONNECT, { masked: false }), 1002],
  ['a compressed frame', clientFrame(CONNECT, { reserved: 4 }), 1002],
  ['the second reserved bit', clientFrame(CONNECT, { reserved: 2 }), 1002],
  ['the third reserved bit', clientFrame(CONNECT, { reserved: 1 }), 1002],
  ['an unknown kind of frame', clientFrame(CONNECT, { opcode: 3 }), 1002],
  ['an unknown control frame', clientFrame('', { opcode: 11 }), 1002],
  ['a ping of 126 bytes', clientFrame('x'.repeat(126), { opcode: OPCODE.ping }), 1002],
  ['a ping in pieces', clientFrame('x', { opcode: OPCODE.ping, final: false }), 1002],
  ['a second piece without a first', clientFrame('x', rest), 1002],
  [
    'a message within another',
    Buffer.concat([clientFrame('{', first), clientFrame(CONNECT)]),
    1002,
  ],
  ['a close frame of one byte', clientFrame('x', { opcode: OPCODE.close }), 1002],
  ['an invalid close code', clientFrame(Buffer.from([0x03, 0xed]), { opcode: OPCODE.close }), 1002],
  ['text that is not UTF-8', clientFrame(Buffer.from([0x22, 0xc0, 0xaf, 0x22])), 1007],
  ['half a letter', clientFrame(Buffer.from([0x22, 0xf0, 0x9f, 0x98])), 1007],
  ['a message over 64 KiB', clientFrame('x'.repeat(64 * KIB + 1)), 1009],
  [
    'pieces over 64 KiB',
    Buffer.concat([
      clientFrame('x'.repeat(40 * KIB), first),
      clientFrame('x'.repeat(40 * KIB), rest),
    ]),
    1009,
  ],
  ['the promise of a terabyte', clientFrame('x', { length: 2 ** 40 }), 1009],
];

for (const [name, bytes, code] of broken) {
  test(`${name}: ${code}, and nobody else notices`, async ({ startCore }) => {
    const core = await startCore();
    const other = await Client.join(core.socketUrl, 'docs');
    const raw = await RawSocket.open(core.port);
    raw.socket.write(bytes);
    await raw.closed;
    expect(raw.closeCode).toBe(code);
    const answers = raw.frames.filter(({ opcode }) => opcode === OPCODE.text);
    expect(answers).toHaveLength(1);
    await other.settle();
    await Client.join(core.socketUrl, 'docs');
  });
}

test('a message of 64 KiB, whole or in pieces with a ping between, is answered', async ({
  startCore,
}) => {
  const { port } = await startCore();
  const raw = await RawSocket.open(port);
  const answers = (): string[] =>
    raw.frames.filter(({ opcode }) => opcode === OPCODE.text).map(({ payload }) => `${payload}`);
  raw.socket.write(clientFrame(CONNECT.padEnd(64 * KIB)));
  await expect.poll(() => answers()[1]).toContain('"server-join"');
  raw.socket.write(clientFrame(CONNECT.slice(0, 9), first));
  raw.socket.write(clientFrame('still there?', { opcode: OPCODE.ping }));
  raw.socket.write(clientFrame('', { ...rest, ...first }));
  raw.socket.write(clientFrame(CONNECT.slice(9), rest));
  await expect.poll(() => answers()[2]).toContain('"server-join"');
  const pong = raw.frames.find(({ opcode }) => opcode === OPCODE.pong);
  expect(String(pong?.payload)).toBe('still there?');
  raw.socket.destroy();
});

test('compression is not negotiated, however it is offered', async ({ startCore }) => {
  const { port } = await startCore();
  for (const offer of [
    'permessage-deflate',
    'permessage-deflate; client_max_window_bits',
    'permessage-deflate; server_no_context_takeover, x-webkit-deflate-frame',
  ]) {
    const raw = new RawSocket(port);
    const extension = `Sec-WebSocket-Extensions: ${offer}`;
    const answer = await raw.upgrade(upgradeRequest(port, [extension]));
    expect(answer.status).toBe(101);
    expect(answer.headers['sec-websocket-extensions']).toBeUndefined();
    raw.socket.destroy();
  }
});

test('a handshake that is none is refused and ends', async ({ startCore }) => {
  const { port } = await startCore();
  const good = upgradeRequest(port);
  for (const [bad, status] of [
    [good.replace('Version: 13', 'Version: 12'), 400],
    [good.replace(/Sec-WebSocket-Key.*\r\n/, ''), 400],
    [good.replace(/Key: .*/, 'Key: short'), 400],
    [good.replace('Upgrade: websocket', 'Upgrade: h2c'), 400],
    [good.replace('GET', 'POST'), 405],
  ] as const) {
    const raw = new RawSocket(port);
    expect((await raw.upgrade(bad)).status, bad).toBe(status);
    await raw.closed;
  }
});
