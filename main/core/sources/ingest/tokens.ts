/** Ingest tokens: made once, shown once, and kept as a hash. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { GuildId } from '../../../../shared/protocol.ts';
import type { IngestToken } from '../../../../shared/settings/ingest.ts';

/** Tells what it is when it turns up where it should not, and lets scanners find it. */
const PREFIX = 'dbi_';

export interface NewToken {
  /** What the sender needs. It cannot be read again. */
  readonly secret: string;
  readonly token: IngestToken;
}

export function makeToken(name: string, guilds: readonly GuildId[] | null, now: number): NewToken {
  const secret = PREFIX + randomBytes(32).toString('base64url');
  const id = randomBytes(6).toString('hex');
  const hash = sha256(secret).toString('hex');
  return { secret, token: { id, name: name.trim() || 'Sender', hash, guilds, createdAt: now } };
}

/** The token whose secret this is; looks at all of them, so that time tells nothing. */
export function findToken(tokens: readonly IngestToken[], secret: string): IngestToken | null {
  const hash = sha256(secret);
  let found: IngestToken | null = null;
  for (const token of tokens) {
    if (timingSafeEqual(Buffer.from(token.hash, 'hex'), hash)) found = token;
  }
  return found;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
