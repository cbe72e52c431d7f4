/** The defects of the original, as the stand-in has them, and links that die in every way. */
import { FakeClock } from '../fakes/fake-clock.ts';
import { Client } from '../fixtures/client.ts';
import {
  ANN,
  BOB,
  COMMUNITY,
  conditionOf,
  expect,
  MAIN,
  membersOf,
  people,
  problemOf,
  SIDE,
  sourceLines,
  test,
  untilLive,
  untilMembers,
} from '../fixtures/relay.ts';

const THIRD = '100000000000000009';
const ALL = { Main: 2, Side: 1, Locked: 0 };

test('whole server records: nothing but four fields gets any further', async ({
  startDBack,
  follow,
}) => {
  const core = await follow((await startDBack()).url);
  await untilMembers(core, ALL);
  const client = await Client.open(core.socketUrl);
  const told = JSON.stringify([
    await client.next('server-list'),
    core.store.state,
    core.events.from(0, 1000),
  ]);
  expect(told).not.toContain('hunter2');
});

test('shared ids: each guild shows its own members or none', async ({ startDBack, follow }) => {
  const dBack = await startDBack({
    servers: {
      [SIDE]: { id: 'D', name: 'Dogs' },
      [MAIN]: { id: 'D', name: 'Ducks', default: true },
      [THIRD]: { id: 'D', name: 'Deer' },
    },
    users: { [SIDE]: people('Rex'), [MAIN]: people('Ann', 'Bob'), [THIRD]: people('a', 'b', 'c') },
  });
  const core = await follow(dBack.url);
  await untilMembers(core, { Dogs: 1, Ducks: 2, Deer: 0 });
  await expect.poll(() => sourceLines(core).join()).toContain('“Deer” cannot be followed');
  // The default one has a second name; the third is asked for by the only one that it has left.
  const asked = (await dBack.tell()).connects.map(({ server }) => server);
  expect([...asked].sort()).toEqual([THIRD, 'D', 'default'].sort());
  const client = await Client.join(core.socketUrl, MAIN);
  await dBack.say(SIDE, ANN, 'from the dogs');
  await dBack.say(MAIN, ANN, 'from the ducks');
  expect((await client.next('message')).data.message).toBe('from the ducks');
});

test('a server that leads elsewhere than asked is not believed', async ({ startDBack, follow }) => {
  const dBack = await startDBack({
    ...COMMUNITY,
    servers: { [MAIN]: { id: 'M', name: 'Main', default: true } },
    roster_delay: 0.5,
  });
  const core = await follow(dBack.url);
  // Between the list and the answer the id goes to another guild.
  await expect.poll(async () => (await dBack.tell()).guilds).toEqual([MAIN]);
  await dBack.push(MAIN, {
    type: 'server-join',
    data: { users: people('x', 'y', 'z'), request: { server: 'M' }, serverName: 'Other' },
  });
  await expect.poll(() => problemOf(core)).toBe('relay-mixed-up');
  expect(membersOf(core)).toEqual({ Main: 0 });
  await dBack.set({ roster_delay: 0 });
  await untilLive(core);
  await untilMembers(core, { Main: 2 });
});

test('news of another guild are not shown, and end the link', async ({ startDBack, follow }) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const client = await Client.join(core.socketUrl);
  const { opened } = await dBack.tell();
  await dBack.push(MAIN, {
    type: 'message',
    server: SIDE,
    data: { uid: ANN, message: 'wrong door', channel: '1' },
  });
  await expect.poll(async () => (await dBack.tell()).opened).toBe(opened + 1);
  await untilLive(core);
  await dBack.say(MAIN, ANN, 'right door');
  expect((await client.next('message')).data.message).toBe('right door');
});

test('what happens before the roster has come is not lost', async ({ startDBack, follow }) => {
  const dBack = await startDBack({ ...COMMUNITY, roster_delay: 1 });
  const core = await follow(dBack.url);
  const client = await Client.open(core.socketUrl);
  await expect.poll(async () => (await dBack.tell()).guilds).toContain(MAIN);
  await dBack.presence(MAIN, { uid: '5', username: 'Early', status: 'online' });
  await dBack.say(MAIN, '5', 'first!');
  await untilMembers(core, { ...ALL, Main: 3 });
  client.connect('M');
  expect(Object.keys((await client.nextOf('server-join')).data.users)).toContain('5');
  expect(core.events.from(0, 1000).map(({ fact }) => 'text' in fact && fact.text)).toContain(
    'first!',
  );
});

test('ghosts and garbage change nothing', async ({ startDBack, follow }) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const client = await Client.join(core.socketUrl);
  const server = MAIN;
  await dBack.push(
    MAIN,
    { type: 'presence', server, data: { uid: '99', status: 'online' } },
    { type: 'presence', server, data: { uid: '99', status: 'offline', delete: true } },
    { type: 'presence', server, data: { uid: ANN } },
    { type: 'presence', server, data: { uid: { a: 1 }, status: 'online', username: 'x' } },
    { type: 'presence', server, data: null },
    { type: 'presence', server: null, data: { uid: ANN, status: 'idle' } },
    { type: 'message', server, data: { uid: '99', message: 'boo', channel: '1' } },
    { type: 'message', server, data: { uid: ANN, message: ['x'], channel: '1' } },
    { type: 'update-clientid', server, data: { clientId: {} } },
    { type: 'server-join', data: { users: [], request: {}, serverName: 'Main' } },
    { type: 'server-list', data: 'none' },
    { type: 'error', data: { message: 'Unknown event type' } },
    { type: '__proto__', server, data: {} },
    'no JSON',
    '[1,2]',
    'null',
    '',
  );
  await dBack.say(MAIN, ANN, 'still here');
  expect((await client.next('message')).data.message).toBe('still here');
  expect(client.untaken).toEqual([]);
  expect((await dBack.tell()).open).toBe(2);
});

for (const how of ['close', 'drop'] as const) {
  test(`a link that ends (${how}) comes back, and the island does not flicker`, async ({
    startDBack,
    follow,
  }) => {
    const dBack = await startDBack();
    const core = await follow(dBack.url);
    await untilMembers(core, ALL);
    const client = await Client.join(core.socketUrl);
    const main = COMMUNITY.users?.[MAIN] ?? {};
    const ann = main[ANN];
    if (!ann) throw new Error('Ann is missing.');
    await dBack.set({
      users: { ...COMMUNITY.users, [MAIN]: { ...main, [ANN]: { ...ann, username: 'Anna' } } },
    });
    await dBack[how]();
    await expect.poll(() => conditionOf(core)).toBe('waiting');
    expect(core.store.state.source.isStale).toBe(true);
    expect(membersOf(core)).toEqual(ALL);
    await untilLive(core);
    await expect.poll(async () => (await dBack.tell()).guilds).toContain(MAIN);
    await dBack.say(MAIN, ANN, 'back again');
    // Who is there again is no news; whose name has changed is.
    const [change, message] = [await client.next('presence'), await client.next('message')];
    expect(change.data).toEqual({
      uid: ANN,
      status: 'online',
      username: 'Anna',
      roleColor: '#336699',
    });
    expect(message.data.message).toBe('back again');
    expect(client.untaken).toEqual([]);
  });
}

test('a process that is gone and comes back: overlays stay and are served again', async ({
  startDBack,
  follow,
}) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, ALL);
  const client = await Client.join(core.socketUrl);
  await dBack.stop();
  await expect.poll(() => problemOf(core)).toBe('relay-unreachable');
  const { source } = core.store.state;
  expect('retryAt' in source && source.retryAt).toBeGreaterThan(Date.now() - 1000);
  const again = await startDBack(COMMUNITY, dBack.port);
  await untilLive(core);
  await expect.poll(async () => (await again.tell()).guilds).toEqual([MAIN, SIDE]);
  await again.say(MAIN, BOB, 'new process');
  expect((await client.next('message')).data.message).toBe('new process');
});

test('a guild whose roster cannot be had hinders no other', async ({ startDBack, follow }) => {
  const dBack = await startDBack({ ...COMMUNITY, roster_breaks: [SIDE] });
  const core = await follow(dBack.url);
  await untilMembers(core, { Main: 2, Side: 0, Locked: 0 });
  await expect.poll(() => sourceLines(core).join()).toContain('“Side” cannot be followed');
  expect(conditionOf(core)).toBe('live');
  await dBack.set({ roster_breaks: [] });
  await untilMembers(core, ALL);
});

test('a half-open link is noticed', async ({ startDBack, follow }) => {
  const clock = new FakeClock();
  const dBack = await startDBack();
  const core = await follow(dBack.url, { clock });
  await expect
    .poll(() => {
      clock.advance(100);
      return membersOf(core);
    })
    .toEqual(ALL);
  // Alive: each ping is answered, however long nothing else is said.
  for (let minute = 0; minute < 12; minute += 1) {
    clock.advance(20_000);
    for (let turn = 0; turn < 3; turn += 1) await dBack.tell();
    expect(conditionOf(core)).toBe('live');
  }
  dBack.hang();
  await expect
    .poll(() => {
      clock.advance(20_000);
      return problemOf(core);
    })
    .toBe('relay-silent');
  expect(membersOf(core)).toEqual(ALL);
  dBack.goOn();
  await expect
    .poll(() => {
      clock.advance(1_000);
      return conditionOf(core);
    })
    .toBe('live');
});

test('an empty list is looked at again', async ({ startDBack, follow }) => {
  const dBack = await startDBack({ servers: {} });
  const core = await follow(dBack.url);
  await expect.poll(() => problemOf(core)).toBe('relay-no-guild');
  const client = await Client.join(core.socketUrl);
  await dBack.set(COMMUNITY);
  await untilLive(core);
  expect((await client.nextOf('server-join')).data.serverName).toBe('Main');
});
