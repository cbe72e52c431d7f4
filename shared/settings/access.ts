/** Settings of protection: which guilds are protected, and what opens them. */
import { type Guard, isArrayOf, isNullOr, isRecord, isString } from '../guards.ts';
import type { GuildId } from '../protocol.ts';
import { isNamedKey, type NamedKey } from './named-key.ts';
import { rule } from './rule.ts';

export interface GuildProtection {
  /** The original's password for a server, hashed; null when there is none. */
  readonly passwordHash: string | null;
}

export type ProtectedGuilds = Readonly<Record<GuildId, GuildProtection>>;

/** `scrypt:` log2 of the cost, salt and hash; see `main/core/auth/password.ts`. */
const isPasswordHash: Guard<string> = (value): value is string =>
  isString(value) && /^scrypt:\d{2}:[\w-]{22}:[\w-]{43}$/.test(value);

const isProtectedGuilds: Guard<ProtectedGuilds> = (value): value is ProtectedGuilds =>
  isRecord(value) &&
  Object.entries(value).every(
    ([guildId, protection]) =>
      /^[\x21-\x7e]{1,64}$/.test(guildId) &&
      isRecord(protection) &&
      isNullOr(isPasswordHash)(protection['passwordHash']),
  );

const isClientId: Guard<string> = (value): value is string =>
  isString(value) && /^\d{15,22}$/.test(value);

export const accessRules = {
  'access.guilds': rule<ProtectedGuilds>({
    default: {},
    accepts: isProtectedGuilds,
    shape: 'an object by guild id, made in the app',
    effect: 'Servers that are shown only to those with a key, a password or a Discord login.',
  }),
  'access.keys': rule<readonly NamedKey[]>({
    default: [],
    accepts: isArrayOf(isNamedKey, 100),
    shape: 'a list of at most 100 keys, made in the app',
    effect: 'View keys for protected servers. Only a hash of each is kept here.',
  }),
  'discord.clientId': rule<string | null>({
    default: null,
    accepts: isNullOr(isClientId),
    shape: 'the id of your application in Discord’s developer portal, or null',
    effect: 'The application that logins through Discord must belong to.',
  }),
};
