/** Keys that the app makes: random, shown to whom they are for, and kept as a hash. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { GuildId } from '../../../shared/protocol.ts';
import type { NamedKey } from '../../../shared/settings/named-key.ts';

/** Tells what a key is when it turns up where it should not, and lets scanners find it. */
export type KeyPrefix = 'dbi_' | 'dbv_';

/** The characters of any key: none needs escaping in a URL, a header or a subprotocol's name. */
export const KEY_PATTERN = /^db[iv]_[\w-]{43}$/;

export interface NewKey {
  /** What it opens things with. */
  readonly secret: string;
  readonly key: NamedKey;
}

export function makeKey(
  prefix: KeyPrefix,
  name: string,
  guilds: readonly GuildId[] | null,
  now: number,
): NewKey {
  const secret = prefix + randomBytes(32).toString('base64url');
  const id = randomBytes(6).toString('hex');
  return { secret, key: { id, name, hash: hashOf(secret), guilds, createdAt: now } };
}

/** SHA-256 in hex. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Looks at all of them, so that the time it takes tells nothing. */
export function findByHash(keys: readonly NamedKey[], hash: string): NamedKey | null {
  const wanted = Buffer.from(hash, 'hex');
  let found: NamedKey | null = null;
  for (const key of keys) {
    if (timingSafeEqual(Buffer.from(key.hash, 'hex'), wanted)) found = key;
  }
  return found;
}

export function opens({ guilds }: NamedKey, guildId: GuildId): boolean {
  return guilds === null || guilds.includes(guildId);
}
