/** The two frames built from the roster, each serialised once for as long as it stays true. */
import type { ServerEntry } from '../../../shared/protocol.ts';
import type { Guild, Roster } from '../roster.ts';
import { jsonFrame, textFrame } from './frame.ts';

interface CachedJoins {
  revision: number;
  /** By normalised request; only what resolves to this guild gets here, so there are few. */
  readonly byRequest: Map<string, Buffer>;
}

const joins = new WeakMap<Guild, CachedJoins>();

export function serverListFrame(roster: Roster): Buffer {
  const data: Record<string, ServerEntry> = {};
  for (const { guildId, entry } of roster.guilds.values()) {
    Object.defineProperty(data, guildId, { value: entry, enumerable: true });
  }
  return jsonFrame({ type: 'server-list', data });
}

export function serverJoinFrame(guild: Guild, request: string): Buffer {
  let cached = joins.get(guild);
  if (!cached || cached.revision !== guild.revision) {
    cached = { revision: guild.revision, byRequest: new Map() };
    joins.set(guild, cached);
  }
  let frame = cached.byRequest.get(request);
  if (!frame) {
    frame = textFrame(serialiseJoin(guild, request));
    cached.byRequest.set(request, frame);
  }
  return frame;
}

function serialiseJoin({ members, entry, clientId }: Guild, request: string): string {
  const users = Array.from(members.values(), ({ json }) => json).join(',');
  const rest = JSON.stringify({ request: { server: request }, serverName: entry.name, clientId });
  return `{"type":"server-join","data":{"users":{${users}},${rest.slice(1)}}`;
}
