/** Finds out which guild a `server-join` is about: the frame itself says only what was asked for. */
import { DEFAULT_SERVER, type GuildId, type ServerEntry } from '../../shared/protocol.ts';

/** By published id, as the default, or by snowflake: the same order as the server's. */
export function guildOf(
  servers: ReadonlyMap<GuildId, ServerEntry>,
  request: string,
): GuildId | null {
  const entries = [...servers];
  const named = entries.find(([, { id }]) => id === request);
  if (named) return named[0];
  if (request !== DEFAULT_SERVER) return servers.has(request) ? request : null;
  const [guildId = null] = entries.find((entry) => entry[1].default) ?? entries[0] ?? [];
  return guildId;
}
