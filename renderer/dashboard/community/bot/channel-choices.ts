/** Which channels a guild's choices show, and the choices that show others. */
import type { BotGuildChoices } from '../../../../shared/settings/bot.ts';
import type { BotGuildInfo } from '../../../../shared/state.ts';

export type Channel = BotGuildInfo['channels'][number];
export type ChannelChoices = Pick<BotGuildChoices, 'allowedChannels' | 'blockedChannels'>;

/** Without a list every public channel is shown; with one, those on it. */
export function isChannelShown(
  { allowedChannels, blockedChannels }: ChannelChoices,
  { id, isPrivate }: Channel,
): boolean {
  if (blockedChannels.includes(id)) return false;
  return allowedChannels === null ? !isPrivate : allowedChannels.includes(id);
}

/**
 * A private channel is shown by a list alone. Without a private one no list is needed, and channels
 * made later are shown as well.
 */
export function withChannel(
  choices: ChannelChoices,
  channels: readonly Channel[],
  id: string,
  isOn: boolean,
): ChannelChoices {
  const shown = channels.filter((channel) =>
    channel.id === id ? isOn : isChannelShown(choices, channel),
  );
  if (shown.some(({ isPrivate }) => isPrivate)) {
    return { allowedChannels: shown.map((channel) => channel.id), blockedChannels: [] };
  }
  const blocked = channels.filter((channel) => !channel.isPrivate && !shown.includes(channel));
  return { allowedChannels: null, blockedChannels: blocked.map((channel) => channel.id) };
}
