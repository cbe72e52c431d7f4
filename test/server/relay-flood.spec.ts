/** A remote server that sends far too much: bounds hold, and viewers notice little. */
import { Client } from '../fixtures/client.ts';
import {
  ANN,
  BOB,
  COMMUNITY,
  expect,
  MAIN,
  membersOf,
  people,
  SIDE,
  sourceLines,
  test,
  untilLive,
  untilMembers,
} from '../fixtures/relay.ts';

const ALL = { Main: 2, Side: 1, Locked: 0 };
const FLOOD = 20_000;

test('messages beyond what anybody can read are left out; other guilds hear theirs in time', async ({
  startDBack,
  follow,
}) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const [flooded, other] = [
    await Client.join(core.socketUrl, 'M'),
    await Client.join(core.socketUrl, 'S'),
  ];
  const data = { uid: ANN, message: 'buy now', channel: '9' };
  const flood = dBack.pushTimes(FLOOD, MAIN, { type: 'message', server: MAIN, data });
  await flooded.next('message');
  // Our own viewers are answered at once while it rages.
  let slowest = 0;
  for (let probe = 0; probe < 20; probe += 1) {
    const asked = performance.now();
    await other.settle();
    slowest = Math.max(slowest, performance.now() - asked);
  }
  // The poll of `settle` alone takes up to 100 ms.
  expect(slowest).toBeLessThan(400);
  await flood;
  await dBack.say(SIDE, ANN, 'a quiet word');
  expect((await other.nextOf('message')).data.message).toBe('a quiet word');
  const seconds = FLOOD / 1_000;
  expect(flooded.frames.length).toBeLessThan(100 + 2 * 50 * seconds);
  expect(sourceLines(core).filter((line) => line.includes('messages a second'))).toHaveLength(1);
  expect((await dBack.tell()).guilds).toEqual([MAIN, SIDE]);
});

test('of a flood of changes the last of each member counts', async ({ startDBack, follow }) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const client = await Client.join(core.socketUrl);
  const presence = (uid: string, status: string) => ({
    type: 'presence',
    server: MAIN,
    data: { uid, status },
  });
  await dBack.pushTimes(
    1_000,
    MAIN,
    presence(ANN, 'idle'),
    presence(BOB, 'dnd'),
    presence(ANN, 'online'),
    presence(BOB, 'idle'),
  );
  await dBack.presence(MAIN, { uid: ANN, status: 'dnd' });
  await dBack.say(MAIN, ANN, 'done');
  await client.nextOf('message');
  const changes = client.frames.filter(({ type }) => type === 'presence');
  expect(changes.length).toBeLessThan(1_500);
  client.connect(null);
  expect((await client.nextOf('server-join')).data.users[ANN]?.status).toBe('dnd');
  // Bob has said nothing, and is no less true in the end.
  await expect
    .poll(async () => {
      client.connect(null);
      return (await client.nextOf('server-join')).data.users[BOB]?.status;
    })
    .toBe('idle');
});

test('members and guilds beyond bounds stay out', async ({ startDBack, follow }) => {
  const crowd = Object.fromEntries(
    Array.from({ length: 12_000 }, (_, index) => {
      const uid = String(300_000_000_000_000_000n + BigInt(index));
      const status = index < 5_000 ? 'offline' : 'online';
      return [uid, { uid, username: `m${index}`, status, roleColor: '#ffffff' }];
    }),
  );
  const servers = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => {
      const guildId = String(400_000_000_000_000_000n + BigInt(index));
      return [guildId, { id: `g${index}`, name: `Guild ${index}` }];
    }),
  );
  const dBack = await startDBack({
    servers: { ...servers, [MAIN]: { id: 'M', name: 'Main', default: true } },
    users: {},
  });
  const core = await follow(dBack.url);
  await untilLive(core);
  expect(core.store.state.guilds).toHaveLength(200);
  await expect.poll(async () => (await dBack.tell()).guilds.length, { timeout: 15_000 }).toBe(32);
  await dBack.set({
    servers: { [MAIN]: { id: 'M', name: 'Main', default: true } },
    users: { [MAIN]: crowd },
  });
  await dBack.close();
  await untilMembers(core, { Main: 10_000 });
  const newcomer = { uid: '5', username: 'One too many', status: 'online' };
  await dBack.presence(MAIN, newcomer);
  await dBack.presence(MAIN, { uid: '300000000000006000', status: 'offline', delete: true });
  await dBack.presence(MAIN, { ...newcomer, uid: '6' });
  const client = await Client.join(core.socketUrl);
  await dBack.say(MAIN, '6', 'just in');
  await client.nextOf('message');
  expect(membersOf(core)).toEqual({ Main: 10_000 });
});

test('a list that changes all the time is not passed on all the time', async ({
  startDBack,
  follow,
}) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const client = await Client.join(core.socketUrl);
  const list = (name: string) => ({
    type: 'server-list',
    data: { ...COMMUNITY.servers, [MAIN]: { id: 'M', name, default: true } },
  });
  await dBack.pushTimes(200, MAIN, list('One'), list('Two'));
  await dBack.push(MAIN, list('Three'));
  await expect.poll(() => Object.keys(membersOf(core))).toContain('Three');
  const lists = client.frames.filter(({ type }) => type === 'server-list');
  expect(lists.length).toBeLessThan(6);
});

test('nor are rosters that nobody asked for', async ({ startDBack, follow }) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const client = await Client.join(core.socketUrl);
  const roster = (...names: string[]) => ({
    type: 'server-join',
    data: { users: people(...names), request: { server: 'M' }, serverName: 'Main' },
  });
  await dBack.pushTimes(200, MAIN, roster('A', 'B', 'C'), roster('D', 'E'));
  await dBack.push(MAIN, roster('Last', 'of', 'all', 'four'));
  await untilMembers(core, { ...ALL, Main: 4 });
  expect(client.frames.length).toBeLessThan(40);
});
