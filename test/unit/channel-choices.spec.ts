/** The choices behind the list of channels: private ones are off until allowed. */
import { expect, test } from '@playwright/test';
import {
  type Channel,
  type ChannelChoices,
  isChannelShown,
  withChannel,
} from '../../renderer/dashboard/community/bot/channel-choices.ts';
import { firstNoUserId, readUserIds } from '../../renderer/dashboard/community/bot/user-ids.ts';

const CHANNELS: readonly Channel[] = [
  { id: '1', name: 'general', isPrivate: false },
  { id: '2', name: 'clips', isPrivate: false },
  { id: '3', name: 'moderators', isPrivate: true },
];
const UNTOUCHED: ChannelChoices = { allowedChannels: null, blockedChannels: [] };

const shown = (choices: ChannelChoices): string[] =>
  CHANNELS.filter((channel) => isChannelShown(choices, channel)).map(({ id }) => id);

test('at first every public channel is shown, and no private one', () => {
  expect(shown(UNTOUCHED)).toEqual(['1', '2']);
});

test('a public channel is blocked by name, so that later ones are shown', () => {
  const choices = withChannel(UNTOUCHED, CHANNELS, '2', false);
  expect(choices).toEqual({ allowedChannels: null, blockedChannels: ['2'] });
  expect(shown(choices)).toEqual(['1']);
  expect(withChannel(choices, CHANNELS, '2', true)).toEqual(UNTOUCHED);
});

test('a private channel is allowed by a list, which shows nothing that is not on it', () => {
  const blocked = withChannel(UNTOUCHED, CHANNELS, '2', false);
  const choices = withChannel(blocked, CHANNELS, '3', true);
  expect(choices).toEqual({ allowedChannels: ['1', '3'], blockedChannels: [] });
  expect(shown(choices)).toEqual(['1', '3']);
  const without = withChannel(choices, CHANNELS, '3', false);
  expect(without).toEqual({ allowedChannels: null, blockedChannels: ['2'] });
});

test('user ids, however they are written', () => {
  expect(readUserIds(' 11111111111111111,\n22222222222222222  11111111111111111;')).toEqual([
    '11111111111111111',
    '22222222222222222',
  ]);
  expect(firstNoUserId('11111111111111111\n22222222222222222')).toBeNull();
  expect(firstNoUserId('')).toBeNull();
  expect(firstNoUserId('11111111111111111 robin#1234')).toBe('robin#1234');
});
