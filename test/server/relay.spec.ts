/** The relay follows the Python stand-in of d-back: what happens there is seen by our own clients. */
import { Client } from '../fixtures/client.ts';
import {
  ANN,
  BOB,
  expect,
  LOCKED,
  MAIN,
  SIDE,
  sourceLines,
  test,
  untilLive,
  untilMembers,
} from '../fixtures/relay.ts';

test('mirrors list, rosters, presence, messages and client ids', async ({ startDBack, follow }) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilLive(core);
  await untilMembers(core, { Main: 2, Side: 1, Locked: 0 });
  const client = await Client.open(core.socketUrl);
  expect((await client.next('server-list')).data).toEqual({
    [SIDE]: { id: 'S', name: 'Side', default: false, passworded: false },
    [MAIN]: { id: 'M', name: 'Main', default: true, passworded: false },
    [LOCKED]: { id: 'L', name: 'Locked', default: false, passworded: true },
  });
  client.connect(null);
  const { data } = await client.next('server-join');
  expect(data.serverName).toBe('Main');
  expect(data.clientId).toBe('777');
  expect(Object.values(data.users).map(({ username }) => username)).toEqual(['Ann', 'Bob']);
  await dBack.say(MAIN, ANN, 'hello from Python');
  expect(await client.next('message')).toEqual({
    type: 'message',
    server: MAIN,
    data: { uid: ANN, message: 'hello from Python', channel: '9' },
  });
  await dBack.presence(MAIN, { uid: BOB, status: 'dnd' });
  expect((await client.next('presence')).data).toEqual({ uid: BOB, status: 'dnd' });
  await dBack.push(MAIN, { type: 'update-clientid', server: MAIN, data: { clientId: '888' } });
  expect((await client.next('update-clientid')).data.clientId).toBe('888');
  await dBack.presence(MAIN, { uid: BOB, status: 'offline', delete: true });
  expect((await client.next('presence')).data).toEqual({
    uid: BOB,
    status: 'offline',
    delete: true,
  });
  client.connect('S');
  await client.next('server-join');
  await dBack.say(SIDE, ANN, 'and from the side');
  expect((await client.next('message')).data.message).toBe('and from the side');
});

test('a protected guild is listed, is not asked for, and says why it is empty', async ({
  startDBack,
  follow,
}) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, { Main: 2, Side: 1, Locked: 0 });
  const { connects } = await dBack.tell();
  expect(connects.map(({ server }) => server)).toEqual(['M', 'S']);
  expect(sourceLines(core)).toContainEqual(expect.stringContaining('“Locked” is not followed'));
  const client = await Client.open(core.socketUrl);
  client.connect('L');
  expect((await client.nextOf('error')).data.message).toContain('Discord');
});

test('the path and query of the address are kept, and never told', async ({
  startDBack,
  follow,
}) => {
  const dBack = await startDBack();
  const core = await follow(`${dBack.url}/some/where?key=s3cret`);
  await untilLive(core);
  expect(new Set((await dBack.tell()).paths)).toEqual(new Set(['/some/where?key=s3cret']));
  await dBack.stop();
  await expect.poll(() => core.store.state.source.condition).toBe('waiting');
  expect(
    JSON.stringify(core.events.from(0, 1000)) + JSON.stringify(core.store.state.source),
  ).not.toContain('s3cret');
});

test('another address takes the place of the one before, live', async ({ startDBack, follow }) => {
  const [one, two] = [
    await startDBack(),
    await startDBack({
      servers: { [MAIN]: { id: 'T', name: 'Two', default: true } },
      users: {},
    }),
  ];
  const core = await follow(one.url);
  await untilLive(core);
  const client = await Client.join(core.socketUrl);
  core.commands.changeSetting('relay.url', two.url);
  await untilMembers(core, { Two: 0 });
  await untilLive(core);
  expect((await client.nextOf('server-join')).data.serverName).toBe('Two');
  await expect.poll(async () => (await one.tell()).open).toBe(0);
});

test('leaves when another source is chosen', async ({ startDBack, follow }) => {
  const dBack = await startDBack();
  const core = await follow(dBack.url);
  await untilMembers(core, { Main: 2, Side: 1, Locked: 0 });
  expect((await dBack.tell()).guilds).toEqual([MAIN, SIDE]);
  core.commands.changeSetting('mock.enabled', true);
  await expect.poll(async () => (await dBack.tell()).open).toBe(0);
});
