/** Settings of protection: which guilds are protected, and what opens them. */
import { type Guard, isArrayOf, isBoolean, isNullOr, isRecord, isString } from '../guards.ts';
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

const isAddress: Guard<string> = (value): value is string =>
  isString(value) && /^\d{1,3}(\.\d{1,3}){3}$/.test(value);

const isHostName: Guard<string> = (value): value is string =>
  isString(value) && /^[0-9a-z]([0-9a-z.-]{0,251}[0-9a-z])?$/i.test(value);

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
  'access.everything': rule<boolean>({
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Require a key for everything, pages included. Always so in LAN mode.',
  }),
  'lan.enabled': rule<boolean>({
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Let other computers in your network come in, with a key.',
  }),
  'lan.addresses': rule<readonly string[]>({
    default: [],
    accepts: isArrayOf(isAddress, 32),
    shape: 'a list of IPv4 addresses of this computer; empty for all',
    effect: 'Where other computers may come in, in LAN mode.',
  }),
  'lan.names': rule<readonly string[]>({
    default: [],
    accepts: isArrayOf(isHostName, 16),
    shape: 'a list of host names such as "studio.local"',
    effect: 'Names under which this computer may be addressed, in LAN mode.',
  }),
  'discord.clientId': rule<string | null>({
    default: null,
    accepts: isNullOr(isClientId),
    shape: 'the id of your application in Discord’s developer portal, or null',
    effect: 'The application that logins through Discord must belong to.',
  }),
};
