/** Clients that send too much: they wait for themselves, and cost the others neither time nor memory. */

import { CoreProcess } from '../fixtures/core-process.ts';
import { expect, test } from '../fixtures/fake-time.ts';
import { clientFrame, OPCODE, RawSocket, upgradeRequest } from '../fixtures/raw-socket.ts';
import { Talker } from '../fixtures/talker.ts';

const MIB = 1024 * 1024;
/** What `LIMITS` promises: at once, and a second. */
const BURST = 100;
const RATE = 20;

const repeat = (count: number, frame: Buffer): Buffer => Buffer.alloc(count * frame.length, frame);

const answersTo = (raw: RawSocket): number =>
  raw.frames.filter(({ opcode }) => opcode === OPCODE.text).length - 1;

test('10,000 tiny messages delay only the socket they came through', async ({ startCore }) => {
  const core = await startCore();
  const other = await Talker.open(core.socketUrl);
  const flood = await RawSocket.open(core.port);
  const start = Date.now();
  flood.socket.write(repeat(10_000, clientFrame('')));
  const delays: number[] = [];
  while (Date.now() - start < 1_500) {
    delays.push(await other.ping());
    expect(await other.ask('{}')).toContain('Unknown event');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (Date.now() - start) / 1000;
  delays.sort((a, b) => a - b);
  expect(delays[Math.floor(delays.length * 0.9)]).toBeLessThan(50);
  expect(answersTo(flood)).toBeGreaterThan(BURST);
  expect(answersTo(flood)).toBeLessThanOrEqual(BURST + RATE * seconds + 1);
  expect(flood.socket.closed).toBe(false);
  flood.socket.destroy();
});

test('what comes too fast is answered later, to the last message', async ({ frozen }) => {
  const { core, clock } = frozen;
  const flood = await Talker.open(core.socketUrl);
  const count = 2_000;
  for (let i = 0; i < count; i++) flood.webSocket.send(i % 2 ? '{' : '{}');
  await flood.hears(1 + BURST);
  // It cannot answer pings for over a minute, and that is not its fault.
  for (let second = 1; flood.heard.length < 1 + count; second++) {
    const heard = flood.heard.length;
    clock.advance(1_000);
    await flood.hears(Math.min(1 + count, heard + RATE - 1));
    expect(flood.heard.length).toBeLessThanOrEqual(1 + BURST + RATE * second + 1);
  }
  const answers = flood.heard.slice(1);
  expect(answers.every((text, i) => text.includes(i % 2 ? 'JSON' : 'event type'))).toBe(true);
  clock.advance(10_000);
  expect(await flood.ask('{"type":"connect","data":{}}')).toContain('"server-join"');
});

test('a flood that hangs up leaves nothing behind', async ({ frozen }) => {
  const { core, clock } = frozen;
  const flood = await RawSocket.open(core.port);
  flood.socket.write(repeat(5_000, clientFrame('{"type":"connect","data":{}}')));
  await expect.poll(() => answersTo(flood)).toBe(BURST);
  flood.socket.resetAndDestroy();
  const clients = (): number => {
    clock.advance(1_000);
    return core.store.state.clients.length;
  };
  await expect.poll(clients).toBe(0);
  clock.advance(60_000);
  const facts = core.events.from(0, 1000).map(({ fact }) => fact);
  const steps = facts.filter(({ kind }) => kind === 'client').map(({ what }) => what);
  expect(steps).toEqual(['connected', 'joined', 'left']);
  const later = await Talker.open(core.socketUrl);
  expect(await later.ask('{"type":"connect","data":{}}')).toContain('"server-join"');
});

test('a million pings, and nobody who reads the answers: memory stays', async ({ dir }) => {
  const core = await CoreProcess.start(dir);
  try {
    const raw = await RawSocket.open(core.port);
    raw.socket.pause();
    const { now } = await core.memory();
    await core.forgetPeak();
    const pings = repeat(10_000, clientFrame('x'.repeat(100), { opcode: OPCODE.ping }));
    for (let sent = 0; sent < 1_000_000 && !raw.socket.closed; sent += 10_000) {
      if (raw.socket.write(pings)) continue;
      const drained = new Promise((resolve) => raw.socket.once('drain', resolve));
      await Promise.race([drained, raw.closed]);
    }
    raw.socket.resume();
    const later = await Talker.open(core.socketUrl);
    expect(await later.ask('{"type":"connect","data":{}}')).toContain('"server-join"');
    expect((await core.memory()).peak - now).toBeLessThan(64 * MIB);
    later.webSocket.terminate();
    raw.socket.destroy();
  } finally {
    await core.stop();
  }
});

test('resets at every moment of an upgrade leave the process alive', async ({ dir }) => {
  const core = await CoreProcess.start(dir);
  try {
    const good = upgradeRequest(core.port);
    const requests = [
      good,
      good + clientFrame('{"type":"connect","data":{}}').toString('latin1'),
      upgradeRequest(core.port, ['Origin: http://evil.example']),
      upgradeRequest(core.port, [], '/nothing'),
      good.replace('127.0.0.1', 'evil.example'),
      good.replace('Version: 13', 'Version: 12'),
      good.slice(0, -4),
    ];
    for (let round = 0; round < 60; round++) {
      await Promise.all(requests.map((text, i) => reset(core.port, text, (round + i) % 4)));
    }
    const later = await Talker.open(core.socketUrl);
    expect(await later.ask('{"type":"connect","data":{}}')).toContain('"server-join"');
    expect(core.isAlive).toBe(true);
    later.webSocket.terminate();
  } finally {
    await core.stop();
  }
});

/** Resets at once, in the next turn, when the answer comes, or with the answer unread. */
async function reset(port: number, text: string, moment: number): Promise<void> {
  const { socket, closed } = new RawSocket(port);
  await new Promise((resolve) => socket.once('connect', resolve));
  await new Promise((resolve) => socket.write(text, 'latin1', resolve));
  const isAnswered = text.endsWith('\r\n\r\n');
  if (moment === 1) await new Promise((resolve) => setImmediate(resolve));
  if (moment === 2 && isAnswered) await new Promise((resolve) => socket.once('data', resolve));
  if (moment === 3) await new Promise((resolve) => setTimeout(resolve, 5));
  socket.resetAndDestroy();
  await closed;
}
