/** Clients that vanish without a word are found out; clients that answer are left alone. */
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/fake-time.ts';
import { clientFrame, OPCODE, RawSocket } from '../fixtures/raw-socket.ts';

const pingsTo = (raw: RawSocket): number =>
  raw.frames.filter(({ opcode }) => opcode === OPCODE.ping).length;

test('a ping every 30 s, and after 60 s without an answer it is gone', async ({ frozen }) => {
  const { core, clock } = frozen;
  const silent = await RawSocket.open(core.port);
  await expect.poll(() => pingsTo(silent)).toBe(1);
  clock.advance(29_999);
  const alive = await Client.open(core.socketUrl);
  expect(pingsTo(silent)).toBe(1);
  clock.advance(1);
  await expect.poll(() => pingsTo(silent)).toBe(2);
  clock.advance(29_999);
  await alive.settle();
  expect(silent.socket.closed).toBe(false);
  clock.advance(1);
  await silent.closed;
  const last = (): unknown => core.events.from(0, 100).at(-1)?.fact;
  await expect.poll(last).toMatchObject({ kind: 'client', what: 'left', reason: 'no-answer' });
  await alive.settle();
});

test('an answer to the ping is enough to stay, and is timed', async ({ frozen }) => {
  const { core, clock } = frozen;
  const client = await Client.open(core.socketUrl);
  const roundTrip = (): number | null | undefined => {
    core.refreshClients();
    return core.store.state.clients[0]?.roundTrip;
  };
  await expect.poll(roundTrip).toBe(0);
  for (let beat = 1; beat <= 10; beat++) {
    clock.advance(30_000 - (beat - 1));
    clock.advance(beat);
    await expect.poll(roundTrip).toBe(beat);
  }
  await client.settle();
});

test('any message counts as a sign of life', async ({ frozen }) => {
  const { core, clock } = frozen;
  const raw = await RawSocket.open(core.port);
  const answers = (): number => raw.frames.filter(({ opcode }) => opcode === OPCODE.text).length;
  for (let beat = 1; beat <= 6; beat++) {
    raw.socket.write(clientFrame('{}'));
    await expect.poll(answers).toBe(1 + beat);
    clock.advance(30_000);
  }
  expect(raw.socket.closed).toBe(false);
  clock.advance(30_000);
  await raw.closed;
});
