/** Settings of the ingest API: who may publish. */
import { type Guard, isArrayOf, isIntegerIn, isNullOr, isRecord, isStringUpTo } from '../guards.ts';
import type { GuildId } from '../protocol.ts';
import { rule } from './rule.ts';

/** A token as it is kept: what is left of it is a hash, so the file gives nothing away. */
export interface IngestToken {
  readonly id: string;
  readonly name: string;
  /** SHA-256 in hex. A token has 256 random bits: a slow hash would add nothing. */
  readonly hash: string;
  /** The guilds it may publish for; null for all. */
  readonly guilds: readonly GuildId[] | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

const isGuilds = isNullOr(isArrayOf(isStringUpTo(64), 200));

const isIngestToken: Guard<IngestToken> = (value): value is IngestToken =>
  isRecord(value) &&
  isStringUpTo(64)(value['id']) &&
  isStringUpTo(100)(value['name']) &&
  typeof value['hash'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['hash']) &&
  isGuilds(value['guilds']) &&
  isIntegerIn(0, Number.MAX_SAFE_INTEGER)(value['createdAt']);

export const ingestRules = {
  'ingest.tokens': rule<readonly IngestToken[]>({
    default: [],
    accepts: isArrayOf(isIngestToken, 50),
    shape: 'a list of at most 50 tokens, made in the app',
    effect: 'Who may publish through the ingest API. Only a hash of each token is kept.',
  }),
};
