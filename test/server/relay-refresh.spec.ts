/** What the original never tells of is looked at again: its list, and rosters one by one. */
import { RELAY } from '../../main/core/sources/relay/limits.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { Client } from '../fixtures/client.ts';
import type { TestCore } from '../fixtures/core.ts';
import type { DBack } from '../fixtures/d-back.ts';
import { ANN, COMMUNITY, expect, MAIN, membersOf, people, SIDE, test } from '../fixtures/relay.ts';

const ALL = { Main: 2, Side: 1, Locked: 0 };

/** Lets time pass, and everybody answer, until it is so. */
async function untilLater(clock: FakeClock, step: number, isSo: () => unknown): Promise<void> {
  await expect
    .poll(async () => {
      clock.advance(step);
      return isSo();
    })
    .toBe(true);
}

/** Lets five minutes pass without any link being thought dead. */
async function refresh(clock: FakeClock, dBack: DBack): Promise<void> {
  for (let passed = 0; passed < RELAY.refreshEvery; passed += RELAY.pingEvery) {
    clock.advance(RELAY.pingEvery);
    for (let turn = 0; turn < 3; turn += 1) await dBack.tell();
  }
}

async function untilMembersLater(
  clock: FakeClock,
  core: TestCore,
  members: Readonly<Record<string, number>>,
): Promise<void> {
  await untilLater(clock, 100, () => {
    const now = membersOf(core);
    return (
      JSON.stringify(now) === JSON.stringify({ ...now, ...members }) &&
      Object.keys(now).length === Object.keys(members).length
    );
  });
}

test('a new guild, another name, a new nickname: within five minutes, without a gap', async ({
  startDBack,
  follow,
}) => {
  const clock = new FakeClock();
  const dBack = await startDBack();
  const core = await follow(dBack.url, { clock });
  await untilMembersLater(clock, core, ALL);
  const client = await Client.join(core.socketUrl, MAIN);
  const [{ [ANN]: ann }] = [people('Ann')];
  await dBack.set({
    servers: {
      ...COMMUNITY.servers,
      [MAIN]: { id: 'M', name: 'Main Street', default: true },
      '100000000000000007': { id: 'N', name: 'New' },
    },
    users: {
      ...COMMUNITY.users,
      [MAIN]: { ...people('Ann', 'Bob', 'Eve'), [ANN]: { ...ann, username: 'Annabel' } },
      '100000000000000007': people('Neo'),
    } as never,
  });
  await refresh(clock, dBack);
  await untilMembersLater(clock, core, { 'Main Street': 3, Side: 1, Locked: 0, New: 1 });
  expect((await dBack.tell()).guilds).toEqual([MAIN, SIDE, '100000000000000007']);
  const presence = await client.nextOf('presence');
  expect(presence.data).toMatchObject({ uid: ANN, username: 'Annabel' });
  await dBack.say(MAIN, ANN, 'said once');
  expect((await client.nextOf('message')).data.message).toBe('said once');
  await client.settle();
  expect(client.untaken).toEqual([]);
});

test('one roster at a time: the one that is oldest', async ({ startDBack, follow }) => {
  const clock = new FakeClock();
  const dBack = await startDBack();
  const core = await follow(dBack.url, { clock });
  await untilMembersLater(clock, core, ALL);
  const asked = async (): Promise<unknown[]> =>
    (await dBack.tell()).connects.map(({ server }) => server);
  expect(await asked()).toEqual(['M', 'S']);
  await refresh(clock, dBack);
  await expect.poll(asked).toEqual(['M', 'S', 'M']);
  // Only then is its roster the newer one.
  await expect.poll(async () => (await dBack.tell()).open).toBe(2);
  await refresh(clock, dBack);
  await expect.poll(asked).toEqual(['M', 'S', 'M', 'S']);
  await expect.poll(async () => (await dBack.tell()).open).toBe(2);
});

test('the timers of the original’s mock mode do not pile up', async ({ startDBack, follow }) => {
  const clock = new FakeClock();
  const dBack = await startDBack({ ...COMMUNITY, mock_period: 0.2 });
  const core = await follow(dBack.url, { clock });
  await untilMembersLater(clock, core, ALL);
  for (let round = 0; round < 3; round += 1) await refresh(clock, dBack);
  const client = await Client.join(core.socketUrl, SIDE);
  const first = await client.nextOf('message');
  const second = await client.nextOf('message');
  const numberOf = (text: string): number => Number(text.replace('mock ', ''));
  // One timer, counting up: with two of them numbers would come twice.
  expect(numberOf(second.data.message)).toBe(numberOf(first.data.message) + 1);
  expect((await dBack.tell()).open).toBe(2);
});
