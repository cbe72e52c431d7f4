/** Published ids are unique and stable; a connect resolves as the protocol says. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { Roster } from '../../main/core/roster.ts';

const idsOf = (roster: Roster): Record<string, string> =>
  Object.fromEntries(Array.from(roster.guilds.values(), (g) => [g.guildId, g.entry.id]));

test('guilds that wish for the same id get one each, and keep it', () => {
  const roster = new Roster();
  const dogs = { guildId: '100000000000001111', id: 'd', name: 'Dogs' };
  const ducks = { guildId: '100000000000002222', id: 'd', name: 'Ducks' };
  const drums = { guildId: '200000000000002222', id: 'd', name: 'Drums' };
  roster.setGuilds([dogs, ducks]);
  expect(idsOf(roster)).toEqual({ [dogs.guildId]: 'd', [ducks.guildId]: 'd-2222' });
  roster.setGuilds([drums, ducks, dogs]);
  expect(idsOf(roster)).toEqual({
    [dogs.guildId]: 'd',
    [ducks.guildId]: 'd-2222',
    [drums.guildId]: `d-${drums.guildId}`,
  });
});

test('whatever a source reports, ids are unique and every guild can be reached', () => {
  const report = fc.record({
    guildId: fc.constantFrom('1', '2', '3', '11', '__proto__', 'toString'),
    id: fc.constantFrom('a', 'b', '1', 'default', 'a-1', '__proto__', ''),
    name: fc.string(),
    default: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(report, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      (lists) => {
        const roster = new Roster();
        for (const list of lists) {
          roster.setGuilds(list);
          const guilds = [...roster.guilds.values()];
          expect(new Set(guilds.map(({ entry }) => entry.id)).size).toBe(guilds.length);
          for (const guild of guilds) expect(roster.resolve(guild.entry.id)).toBe(guild);
          expect(roster.resolve('default')).toBeDefined();
        }
      },
    ),
  );
});

test('default: the guild of that id, else the flagged one, else the first', () => {
  const roster = new Roster();
  const a = { guildId: '1', id: 'a', name: 'A' };
  const b = { guildId: '2', id: 'b', name: 'B', default: true };
  const named = { guildId: '3', id: 'default', name: 'C' };
  roster.setGuilds([a]);
  expect(roster.resolve('default')?.guildId).toBe('1');
  roster.setGuilds([a, b]);
  expect(roster.resolve('default')?.guildId).toBe('2');
  roster.setGuilds([a, b, named]);
  expect(roster.resolve('default')?.guildId).toBe('3');
  expect(roster.resolve('2')?.entry.id).toBe('b');
  expect(roster.resolve('4')).toBeUndefined();
});

test('an empty list becomes one guild that waits', () => {
  const roster = new Roster();
  roster.setGuilds([]);
  expect(roster.resolve('default')?.entry.name).toBe('Waiting for a community');
});

test('the whole roster again gives only the differences', () => {
  const roster = new Roster();
  roster.setGuilds([{ guildId: '1', id: 'a', name: 'A' }]);
  const guild = roster.resolve('a');
  if (!guild) throw new Error('no guild');
  const ann = { uid: '1', username: 'Ann', status: 'online', roleColor: '#000000' };
  const bob = { uid: '2', username: 'Bob', status: 'idle' };
  expect(roster.setMembers(guild, [ann, bob]).changes).toHaveLength(2);
  const before = guild.revision;
  expect(roster.setMembers(guild, [ann, bob])).toEqual({ changes: [], gone: [] });
  expect(guild.revision).toBe(before);
  expect(roster.setMembers(guild, [{ ...ann, username: 'Anna' }])).toEqual({
    changes: [{ uid: '1', status: 'online', username: 'Anna', roleColor: '#000000' }],
    gone: ['2'],
  });
});

test('a roster without names keeps those that are known, and takes the others in all the same', () => {
  const roster = new Roster();
  roster.setGuilds([{ guildId: '1', id: 'a', name: 'A' }]);
  const guild = roster.resolve('a');
  if (!guild) throw new Error('no guild');
  roster.setMembers(guild, [{ uid: '1', username: 'Ann', status: 'online' }]);
  roster.setMembers(guild, [
    { uid: '1', status: 'idle' },
    { uid: '2', status: 'idle' },
  ]);
  expect(Array.from(guild.members.values(), ({ user }) => user.username)).toEqual([
    'Ann',
    'member',
  ]);
});
