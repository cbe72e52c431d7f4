/** Settings of the streamer's own bot: what of each guild may be seen. */
import {
  type Guard,
  isArrayOf,
  isBoolean,
  isIntegerIn,
  isNullOr,
  isRecord,
  isStringUpTo,
} from '../guards.ts';
import type { GuildId, UserId } from '../protocol.ts';
import { rule } from './rule.ts';

/** Choices for one guild. What is left out is as in `DEFAULT_BOT_GUILD`. */
export interface BotGuildChoices {
  /** Channels whose chat is shown: null for all public ones. Private ones are shown only when named. */
  readonly allowedChannels: readonly string[] | null;
  readonly blockedChannels: readonly string[];
  readonly hideBots: boolean;
  /** Members with one of these roles do not appear. */
  readonly hiddenRoles: readonly string[];
  /** Members who asked not to appear: nothing about them leaves the bot. */
  readonly optedOut: readonly UserId[];
  /** Activity without words. */
  readonly noText: boolean;
  /** Seconds from a message to its bubble, in which it can still be deleted. */
  readonly delay: number;
}

const DEFAULT_BOT_GUILD: BotGuildChoices = Object.freeze({
  allowedChannels: null,
  blockedChannels: [],
  hideBots: true,
  hiddenRoles: [],
  optedOut: [],
  noText: false,
  delay: 0,
});

/** Seconds. */
export const LONGEST_DELAY = 300;

const isIds = isArrayOf(isStringUpTo(64), 1000);

const CHOICE_GUARDS: { readonly [K in keyof BotGuildChoices]: Guard<BotGuildChoices[K]> } = {
  allowedChannels: isNullOr(isIds),
  blockedChannels: isIds,
  hideBots: isBoolean,
  hiddenRoles: isIds,
  optedOut: isIds,
  noText: isBoolean,
  delay: isIntegerIn(0, LONGEST_DELAY),
};

const isChoices: Guard<Partial<BotGuildChoices>> = (value): value is Partial<BotGuildChoices> =>
  isRecord(value) &&
  Object.entries(value).every(
    ([key, choice]) =>
      Object.hasOwn(CHOICE_GUARDS, key) && CHOICE_GUARDS[key as keyof BotGuildChoices](choice),
  );

export type BotGuilds = Readonly<Record<GuildId, Partial<BotGuildChoices>>>;

const isBotGuilds: Guard<BotGuilds> = (value): value is BotGuilds =>
  isRecord(value) &&
  Object.entries(value).every(
    ([guildId, choices]) => /^\d{1,20}$/.test(guildId) && isChoices(choices),
  );

export const botRules = {
  'bot.guilds': rule<BotGuilds>({
    default: {},
    accepts: isBotGuilds,
    shape: 'an object of choices by guild id, made in the app',
    effect: 'What your own bot shows of each server: channels, bots, roles, text, delay.',
  }),
};

/** A guild's choices, complete. */
export function botGuildChoices(guilds: BotGuilds, guildId: GuildId): BotGuildChoices {
  return { ...DEFAULT_BOT_GUILD, ...(Object.hasOwn(guilds, guildId) ? guilds[guildId] : {}) };
}
