/** Reads what a remote server sent. Only what is known by name is taken; nothing throws. Pure. */
import { isRecord } from '../../../../shared/guards.ts';
import type { GuildId, UserId } from '../../../../shared/protocol.ts';
import type { MessageReport, PresenceReport, UserReport } from '../source.ts';
import { RELAY } from './limits.ts';

/** An entry of a remote list. The password that the original puts there as well is left behind. */
export interface RemoteGuild {
  readonly guildId: GuildId;
  /** Null when it is no text: the original never finds such a guild by its id. */
  readonly id: string | null;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isProtected: boolean;
}

export interface RemoteRoster {
  /** What was asked for, as the server understood it. */
  readonly request: string;
  readonly name: string;
  readonly users: readonly UserReport[];
  readonly clientId: string | null;
}

/** What happens in a guild. */
export type RemoteNews =
  | { readonly type: 'message'; readonly guildId: GuildId; readonly report: MessageReport }
  | { readonly type: 'presence'; readonly guildId: GuildId; readonly report: PresenceReport }
  | { readonly type: 'client-id'; readonly guildId: GuildId; readonly clientId: string };

export type RemoteFrame =
  | { readonly type: 'list'; readonly guilds: readonly RemoteGuild[] }
  | { readonly type: 'roster'; readonly roster: RemoteRoster }
  | { readonly type: 'refusal'; readonly text: string }
  | RemoteNews;

type Fields = Readonly<Record<string, unknown>>;

/** Null for what is no frame, or one that means nothing to us. */
export function readRemoteFrame(text: string): RemoteFrame | null {
  const frame = parse(text);
  if (!isRecord(frame) || !isRecord(frame['data'])) return null;
  const data = frame['data'];
  switch (frame['type']) {
    case 'server-list':
      return { type: 'list', guilds: readGuilds(data) };
    case 'server-join':
      return readRoster(data);
    case 'error':
      return { type: 'refusal', text: readText(data['message']) };
    default:
      return readNews(frame['type'], readId(frame['server']), data);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readGuilds(data: Fields): RemoteGuild[] {
  const guilds: RemoteGuild[] = [];
  for (const [guildId, entry] of Object.entries(data)) {
    if (guilds.length === RELAY.listed) break;
    if (!isRecord(entry) || readId(guildId) === null) continue;
    guilds.push({
      guildId,
      id: typeof entry['id'] === 'string' ? entry['id'] : null,
      name: readText(entry['name']),
      isDefault: Boolean(entry['default']),
      isProtected: Boolean(entry['passworded']),
    });
  }
  return guilds;
}

function readRoster(data: Fields): RemoteFrame | null {
  const { users, request, serverName, clientId } = data;
  if (!isRecord(users) || !isRecord(request)) return null;
  const reports = Object.entries(users).flatMap(([key, user]) => readUser(key, user) ?? []);
  return {
    type: 'roster',
    roster: {
      request: readText(request['server']),
      name: readText(serverName),
      users: firstMembers(reports),
      clientId: readId(clientId),
    },
  };
}

/** Of too many the ones that are about. */
function firstMembers(users: readonly UserReport[]): readonly UserReport[] {
  if (users.length <= RELAY.members) return users;
  const isAway = ({ status }: UserReport): boolean => status === 'offline';
  const sorted = [...users.filter((user) => !isAway(user)), ...users.filter(isAway)];
  return sorted.slice(0, RELAY.members);
}

function readUser(key: string, user: unknown): UserReport | null {
  if (!isRecord(user)) return null;
  const uid = readId(user['uid'] ?? key);
  return uid === null ? null : { uid, status: readText(user['status']), ...readLooks(user) };
}

function readNews(type: unknown, guildId: GuildId | null, data: Fields): RemoteNews | null {
  if (guildId === null) return null;
  switch (type) {
    case 'message':
      return readMessage(guildId, data);
    case 'presence':
      return readPresence(guildId, data);
    case 'update-clientid': {
      const clientId = readId(data['clientId']);
      return clientId === null ? null : { type: 'client-id', guildId, clientId };
    }
    default:
      return null;
  }
}

function readMessage(guildId: GuildId, data: Fields): RemoteNews | null {
  const { message } = data;
  const uid = readId(data['uid']);
  if (uid === null || typeof message !== 'string') return null;
  const channel = readId(data['channel']) ?? '';
  return { type: 'message', guildId, report: { uid, message, channel } };
}

function readPresence(guildId: GuildId, data: Fields): RemoteNews | null {
  const uid = readId(data['uid']);
  if (uid === null) return null;
  const isGone = Boolean(data['delete']);
  if (!isGone && typeof data['status'] !== 'string') return null;
  const status = readText(data['status']);
  const report = { uid, status, ...readLooks(data), ...(isGone && { delete: true }) };
  return { type: 'presence', guildId, report };
}

/** What is missing stays as it was: an empty name is none. */
function readLooks({ username, roleColor }: Fields): Pick<UserReport, 'username' | 'roleColor'> {
  return {
    ...(typeof username === 'string' && username !== '' && { username }),
    ...(typeof roleColor === 'string' && roleColor !== '' && { roleColor }),
  };
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A server in Python may well send a number. */
function readId(value: unknown): UserId | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= 64 ? text : null;
}
