/** A secret that the app has made for somebody: what is kept of it, and for which guilds it is good. */
import { type Guard, isArrayOf, isIntegerIn, isNullOr, isRecord, isStringUpTo } from '../guards.ts';
import type { GuildId } from '../protocol.ts';

export interface NamedKey {
  readonly id: string;
  /** What the streamer calls it. */
  readonly name: string;
  /** SHA-256 in hex, so the file gives nothing away. 256 random bits need no slow hash. */
  readonly hash: string;
  /** The guilds it is good for; null for all. */
  readonly guilds: readonly GuildId[] | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

const isGuilds = isNullOr(isArrayOf(isStringUpTo(64), 200));

export const isNamedKey: Guard<NamedKey> = (value): value is NamedKey =>
  isRecord(value) &&
  isStringUpTo(64)(value['id']) &&
  isStringUpTo(100)(value['name']) &&
  typeof value['hash'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['hash']) &&
  isGuilds(value['guilds']) &&
  isIntegerIn(0, Number.MAX_SAFE_INTEGER)(value['createdAt']);
