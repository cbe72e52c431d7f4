/** The roster: what a fresh join and a presence change, and nothing else. */
import { expect, test } from '@playwright/test';
import { presenceEvent, reconcile, record } from '../../renderer/overlay/roster.ts';
import type { PresenceNews } from '../../renderer/overlay/server-frame.ts';
import { Show } from '../../renderer/overlay/show.ts';
import type { WorldEvent } from '../../renderer/overlay/sim/events.ts';
import type { World } from '../../renderer/overlay/sim/world.ts';
import type { User } from '../../shared/protocol.ts';

const user = (uid: string, changes: Partial<User> = {}): User => ({
  uid,
  username: `name ${uid}`,
  status: 'online',
  roleColor: '#112233',
  ...changes,
});
const presence = (uid: string, changes: Partial<PresenceNews> = {}): PresenceNews => ({
  uid,
  status: 'online',
  username: undefined,
  roleColor: undefined,
  isGone: false,
  ...changes,
});
const rosterOf = (...users: User[]): Map<string, User> =>
  new Map(users.map((one) => [one.uid, one]));

test('the same users again change nothing', () => {
  expect(reconcile(rosterOf(user('1'), user('2')), [user('2'), user('1')])).toEqual([]);
});

test('a fresh join tells who left, who came and who changed', () => {
  const before = rosterOf(user('1'), user('2'), user('3'));
  const renamed = user('2', { username: 'else' });
  expect(reconcile(before, [user('1'), renamed, user('4')])).toEqual([
    { type: 'member-left', uid: '3' },
    { type: 'member-changed', user: renamed },
    { type: 'member-arrived', user: user('4') },
  ]);
});

test('a presence changes what it says and keeps the rest', () => {
  const roster = rosterOf(user('1'));
  expect(presenceEvent(roster, presence('1', { status: 'dnd' }))).toEqual({
    type: 'member-changed',
    user: user('1', { status: 'dnd' }),
  });
  expect(presenceEvent(roster, presence('1'))).toBeNull();
  expect(presenceEvent(roster, presence('1', { isGone: true }))).toEqual({
    type: 'member-left',
    uid: '1',
  });
});

test('a stranger comes in by name alone', () => {
  expect(presenceEvent(rosterOf(), presence('9'))).toBeNull();
  expect(presenceEvent(rosterOf(), presence('9', { isGone: true }))).toBeNull();
  expect(presenceEvent(rosterOf(), presence('9', { username: 'Fern' }))).toEqual({
    type: 'member-arrived',
    user: user('9', { username: 'Fern', roleColor: '#ffffff' }),
  });
});

test('recorded events lead to the users they came from', () => {
  const roster = rosterOf(user('1'), user('2'));
  const users = [user('2', { status: 'idle' }), user('3')];
  for (const event of reconcile(roster, users)) record(roster, event);
  expect([...roster.values()]).toEqual(users);
});

test('the same guild again goes on in its world, another one gets a new world', () => {
  const worlds: World[] = [];
  const events: WorldEvent[][] = [];
  const told: (readonly [string | null, number])[] = [];
  const show = new Show({
    seed: null,
    world: { max: 100 },
    onWorld: (world) => worlds.push(world),
    onEvents: (some) => events.push([...some]),
    onRoster: (guildId, members) => told.push([guildId, members]),
  });
  show.joined('a', [user('1'), user('2')]);
  show.joined('a', [user('2')]);
  expect(worlds).toHaveLength(1);
  expect(events.at(-1)).toEqual([{ type: 'member-left', uid: '1' }]);
  show.joined('b', [user('2')]);
  expect(worlds).toHaveLength(2);
  expect(events.at(-1)).toEqual([{ type: 'member-arrived', user: user('2') }]);
  expect(told).toEqual([
    ['a', 2],
    ['a', 1],
    ['b', 1],
  ]);
  expect(worlds[0]?.seed).not.toBe(worlds[1]?.seed);
});
