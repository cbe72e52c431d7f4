/** What to ask a remote server for so that it leads into one guild and no other. Pure. */
import { DEFAULT_SERVER } from '../../../../shared/protocol.ts';
import type { RemoteGuild } from './remote-frame.ts';

/**
 * The original leads to the first entry of its list that has the id asked for or, for `default`,
 * the flag. Where several share an id (`dworld` takes the first letter of the name) the others have
 * no name that it knows, unless one is the default. For them the snowflake is worth a try: this
 * program and others know it; the original says that there is no such server.
 *
 * The list is in the order that the server wrote it in, since JSON keeps the order of keys that are
 * longer than an array's indices are, as every snowflake is.
 */
export function joinRequest(guilds: readonly RemoteGuild[], guild: RemoteGuild): string {
  const { id, guildId } = guild;
  if (id !== null && id !== DEFAULT_SERVER && id !== '' && id.trim() === id) {
    if (guilds.find((other) => other.id === id) === guild) return id;
  }
  return isTheDefault(guilds, guild) ? DEFAULT_SERVER : guildId;
}

/** Whether everybody would say so: some look for the id `default` first, others for the flag. */
function isTheDefault(guilds: readonly RemoteGuild[], guild: RemoteGuild): boolean {
  const named = guilds.find(({ id }) => id === DEFAULT_SERVER);
  const flagged = guilds.find(({ isDefault }) => isDefault);
  return (named ?? flagged) === guild && (named === undefined || (flagged ?? named) === named);
}

/** The guilds to follow, the default one first. */
export function followable(guilds: readonly RemoteGuild[], hasCredentials: boolean): RemoteGuild[] {
  const open = guilds.filter(({ isProtected }) => !isProtected || hasCredentials);
  const first = open.find(({ isDefault }) => isDefault) ?? open[0];
  return first ? [first, ...open.filter((guild) => guild !== first)] : [];
}
