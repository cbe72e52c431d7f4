/** One client that stops reading is dropped; it costs the others nothing and the server little. */
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, test } from '../fixtures/core.ts';
import { CoreProcess } from '../fixtures/core-process.ts';
import { clientFrame, RawSocket } from '../fixtures/raw-socket.ts';
import { allReceive, Reader, takePercentile99 } from '../fixtures/reader.ts';
import { Talker } from '../fixtures/talker.ts';

const MIB = 1024 * 1024;
const JOIN = '{"type":"connect","data":{"server":"alpha"}}';
const HEALTHY = 50;
/** Eight messages of 2,000 letters leave in one write: 16 KiB for everybody, every turn. */
const TURN = { length: 2_000, perTurn: 8, pause: 1 };

/** So many turns, a hundred at a time: only the stalled one may fall far behind. */
async function say(core: CoreProcess, readers: readonly Reader[], turns: number): Promise<void> {
  const [reader] = readers;
  const count = 100 * TURN.perTurn;
  for (let done = 0; done < turns; done += 100) {
    const first = reader?.received ?? 0;
    await core.flood({ ...TURN, first, count });
    await allReceive(readers, first + count);
  }
}

test('50 clients and one stalled, 3,000 × 16 KiB', async ({ dir }) => {
  test.setTimeout(90_000);
  const core = await CoreProcess.start(dir);
  const readers = await Promise.all(
    Array.from({ length: HEALTHY }, () => Reader.join(core.socketUrl, 'alpha')),
  );
  const joined = (): number => core.facts.filter(({ what }) => what === 'joined').length;
  await expect.poll(joined).toBe(HEALTHY);
  try {
    // Without it first: this fills the event log and shows what this machine can do.
    await say(core, readers, 1_500);
    const usual = takePercentile99(readers);
    const stalled = await RawSocket.open(core.port);
    stalled.socket.write(clientFrame(JOIN));
    await expect.poll(joined).toBe(HEALTHY + 1);
    stalled.socket.pause();
    const { now } = await core.memory();
    await core.forgetPeak();

    await say(core, readers, 3_000);
    expect(readers.filter(({ misplaced }) => misplaced > 0)).toEqual([]);
    const left = core.facts.filter(({ what }) => what === 'left');
    expect(left).toMatchObject([{ client: { id: HEALTHY + 1 }, reason: 'too-slow' }]);
    expect((await core.memory()).peak - now).toBeLessThan(32 * MIB);
    // On a busy machine everything is late; then it must not be later than without the stalled one.
    expect(takePercentile99(readers)).toBeLessThan(Math.max(20, 2 * usual));
    stalled.socket.destroy();
  } finally {
    for (const reader of readers) reader.close();
    await core.stop();
  }
});

test('what a stalled client makes the server keep is bounded', async ({ startCore }) => {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ configuredSource: () => source });
  const stalled = await RawSocket.open(core.port);
  stalled.socket.write(clientFrame(JOIN));
  const joined = (): boolean =>
    core.events.from(0, 100).some(({ fact }) => isClient(fact, 'joined'));
  await expect.poll(joined).toBe(true);
  stalled.socket.pause();
  const message = 'x'.repeat(2_000);
  let most = 0;
  for (let turn = 0; turn < 2_000 && !stalled.socket.destroyed; turn++) {
    for (let i = 0; i < 8; i++) source.sink.message('1001', { uid: '1', message, channel: '9' });
    await new Promise((resolve) => setImmediate(resolve));
    core.refreshClients();
    const [client] = core.store.state.clients;
    if (!client) break;
    most = Math.max(most, client.backlog);
  }
  const facts = core.events.from(core.events.nextSeq - 5_000, 5_000).map(({ fact }) => fact);
  expect(facts.filter((fact) => isClient(fact, 'left'))).toMatchObject([{ reason: 'too-slow' }]);
  expect(most).toBeGreaterThan(MIB / 2);
  expect(most).toBeLessThan(MIB + 64 * 1024);
  stalled.socket.destroy();
});

test('the members of a big guild are not mistaken for a backlog', async ({ startCore }) => {
  const count = 60_000;
  const source = createFakeSource((sink) => {
    reportSmallCommunity(sink);
    const user = (i: number) => ({
      uid: `${i}`,
      username: `Somebody named ${i}`,
      status: 'online',
    });
    sink.users(
      '1001',
      Array.from({ length: count }, (_, i) => user(i)),
    );
  });
  const { socketUrl } = await startCore({ configuredSource: () => source });
  const talker = await Talker.open(socketUrl);
  talker.webSocket.send(JOIN);
  // More messages while the members are still on their way.
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    source.sink.message('1001', { uid: '1', message: `${turn}`, channel: '9' });
  }
  await talker.hears(2);
  expect(Object.keys(JSON.parse(talker.heard[1] ?? '').data.users)).toHaveLength(count);
  await talker.ping();
  expect(talker.isOpen).toBe(true);
});

function isClient(fact: { kind: string; what: string }, what: 'joined' | 'left'): boolean {
  return fact.kind === 'client' && fact.what === what;
}
