/** Reports of overlays: shown in the client list, heard by nobody else, and too many cost nothing. */
import type { ClientReport } from '../../shared/protocol.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/fake-time.ts';
import { REPORT } from '../fixtures/report.ts';
import { Talker } from '../fixtures/talker.ts';

const frame = (more: Partial<ClientReport> = {}): string =>
  JSON.stringify({ type: 'client-report', data: { ...REPORT, ...more } });

test('a report of any open socket is in the client list, and is not answered', async ({
  startCore,
}) => {
  const core = await startCore();
  const joined = await Client.join(core.socketUrl, 'docs');
  const bystander = await Client.open(core.socketUrl);
  await bystander.next('server-list');
  const reports = (): unknown => core.store.state.clients.map(({ report }) => report);
  await expect.poll(reports).toEqual([null, null]);
  joined.webSocket.send(frame());
  await expect.poll(reports).toEqual([REPORT, null]);
  bystander.webSocket.send(Buffer.from(frame({ visible: null, active: null, obs: null })));
  await expect
    .poll(reports)
    .toEqual([REPORT, { ...REPORT, visible: null, active: null, obs: null }]);
  await joined.settle();
  await bystander.settle();
  const types = [...joined.untaken, ...bystander.untaken].map(({ type }) => type);
  expect(types.filter((type) => type !== 'message' && type !== 'presence')).toEqual([]);
  joined.connect('repos');
  await joined.nextOf('server-join');
  await expect.poll(() => core.store.state.clients[0]?.guild?.name).toBe('Workshop');
  expect(core.store.state.clients[0]?.report).toEqual(REPORT);
});

test('a bad one is answered as by other servers, and changes nothing', async ({ startCore }) => {
  const core = await startCore();
  const talker = await Talker.open(core.socketUrl);
  talker.webSocket.send(frame());
  const report = (): unknown => core.store.state.clients[0]?.report;
  await expect.poll(report).toEqual(REPORT);
  for (const data of ['null', '{}', '[]', '{"fps":1e999}']) {
    const answer = await talker.ask(`{"type":"client-report","data":${data}}`);
    expect(answer).toBe('{"type":"error","data":{"message":"Unknown event type"}}');
  }
  core.refreshClients();
  expect(report()).toEqual(REPORT);
});

test('however many come, the list changes once a second, and ends on the last', async ({
  frozen: { core, clock },
}) => {
  const talker = await Talker.open(core.socketUrl);
  clock.advance(1000);
  const seen = new Set<unknown>();
  core.store.subscribe(() => {
    const report = core.store.state.clients[0]?.report;
    if (report) seen.add(report);
  });
  const report = (): unknown => {
    core.refreshClients();
    return core.store.state.clients[0]?.report;
  };
  const flood = async (from: number): Promise<void> => {
    for (let fps = from; fps < from + 15; fps += 1) talker.webSocket.send(frame({ fps }));
    await talker.ask('{}');
  };
  await flood(100);
  expect(report()).toEqual({ ...REPORT, fps: 100 });
  clock.advance(900);
  await flood(200);
  expect(report()).toEqual({ ...REPORT, fps: 100 });
  clock.advance(100);
  expect(report()).toEqual({ ...REPORT, fps: 214 });
  clock.advance(5000);
  const { revision } = core.store;
  talker.webSocket.send(frame({ fps: 214 }));
  await talker.ask('{}');
  clock.advance(5000);
  expect(core.store.revision).toBe(revision);
  expect(seen.size).toBe(2);
});

test('a report stands in no log and in no status, and disturbs no roster', async ({
  frozen: { core, clock },
}) => {
  const talker = await Talker.open(core.socketUrl);
  const members = await talker.ask('{"type":"connect","data":{"server":"alpha"}}');
  clock.advance(1000);
  const before = core.events.from(0, 1000);
  const { guilds } = core.store.state;
  talker.webSocket.send(frame());
  await talker.ask('{}');
  clock.advance(1000);
  expect(core.store.state.clients[0]?.report).toEqual(REPORT);
  expect(core.events.from(0, 1000)).toEqual(before);
  expect(core.store.state.guilds).toBe(guilds);
  const status = await (await fetch(`${core.url}/api/status`)).text();
  expect(status).not.toContain('canary');
  expect(await talker.ask('{"type":"connect","data":{"server":"alpha"}}')).toBe(members);
});

test('who reports and leaves, leaves nothing behind', async ({ frozen: { core, clock } }) => {
  const talker = await Talker.open(core.socketUrl);
  clock.advance(1000);
  const { pending } = clock;
  talker.webSocket.send(frame());
  talker.webSocket.send(frame({ fps: 30 }));
  await talker.ask('{}');
  expect(clock.pending).toBeGreaterThan(pending);
  talker.webSocket.terminate();
  const clients = (): number => {
    core.refreshClients();
    return core.store.state.clients.length;
  };
  await expect.poll(clients).toBe(0);
  clock.advance(50);
  expect(clock.pending).toBe(pending);
});
