/** Reads what the server sent: a frame made harmless, or null for anything that is not one. */
import { type Guard, isRecord, isStringUpTo } from '../../shared/guards.ts';
import {
  type GuildId,
  type ServerEntry,
  STATUSES,
  type Status,
  type User,
  type UserId,
} from '../../shared/protocol.ts';
import { plainLine, plainText } from './plain-text.ts';

/** Graphemes of a name and of a message: more would not fit into a bubble. */
const NAME_LENGTH = 32;
const MESSAGE_LENGTH = 280;

export type ServerNews =
  | { readonly type: 'server-list'; readonly servers: ReadonlyMap<GuildId, ServerEntry> }
  | { readonly type: 'server-join'; readonly users: readonly User[]; readonly request: string }
  | ({ readonly type: 'presence'; readonly guildId: string } & PresenceNews)
  | ({ readonly type: 'message'; readonly guildId: string } & MessageNews)
  | { readonly type: 'error'; readonly text: string }
  /** A frame that means nothing to this page, but shows that the link is alive. */
  | { readonly type: 'other' };

export interface PresenceNews {
  readonly uid: UserId;
  readonly status: Status;
  readonly username: string | undefined;
  readonly roleColor: string | undefined;
  readonly isGone: boolean;
}

export interface MessageNews {
  readonly uid: UserId;
  readonly text: string;
  readonly channel: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isId: Guard<string> = (value): value is string => isStringUpTo(64)(value) && value !== '';

export function readServerFrame(data: unknown): ServerNews | null {
  const frame = parse(data);
  if (!isRecord(frame) || typeof frame['type'] !== 'string') return null;
  const fields = frame['data'];
  if (!isRecord(fields)) return { type: 'other' };
  switch (frame['type']) {
    case 'server-list':
      return { type: 'server-list', servers: readServers(fields) };
    case 'server-join':
      return readJoin(fields);
    case 'presence':
      return readPresence(frame['server'], fields);
    case 'message':
      return readMessage(frame['server'], fields);
    case 'error':
      return readError(fields['message']);
    default:
      return { type: 'other' };
  }
}

function readError(message: unknown): ServerNews {
  return typeof message === 'string' ? { type: 'error', text: message } : { type: 'other' };
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function readServers(fields: Fields): ReadonlyMap<GuildId, ServerEntry> {
  const servers = new Map<GuildId, ServerEntry>();
  for (const [guildId, entry] of Object.entries(fields)) {
    if (!isRecord(entry) || typeof entry['id'] !== 'string') continue;
    servers.set(guildId, {
      id: entry['id'],
      name: plainLine(entry['name'], 100),
      default: entry['default'] === true,
      passworded: entry['passworded'] === true,
    });
  }
  return servers;
}

function readJoin(fields: Fields): ServerNews {
  const { users, request } = fields;
  if (!isRecord(users)) return { type: 'other' };
  const list: User[] = [];
  for (const fields of Object.values(users)) {
    if (!isRecord(fields) || !isId(fields['uid'])) continue;
    list.push({
      uid: fields['uid'],
      username: plainLine(fields['username'], NAME_LENGTH),
      status: readStatus(fields['status']),
      roleColor: readColor(fields['roleColor']) ?? '#ffffff',
    });
  }
  const server = isRecord(request) ? request['server'] : undefined;
  return { type: 'server-join', users: list, request: typeof server === 'string' ? server : '' };
}

function readPresence(server: unknown, fields: Fields): ServerNews {
  const { uid, status, username, roleColor } = fields;
  if (!isId(uid) || typeof server !== 'string') return { type: 'other' };
  return {
    type: 'presence',
    guildId: server,
    uid,
    status: readStatus(status),
    username: typeof username === 'string' ? plainLine(username, NAME_LENGTH) : undefined,
    roleColor: readColor(roleColor),
    isGone: fields['delete'] === true,
  };
}

function readMessage(server: unknown, fields: Fields): ServerNews {
  const { uid, message, channel } = fields;
  if (!isId(uid) || typeof server !== 'string') return { type: 'other' };
  const text = plainText(message, MESSAGE_LENGTH);
  if (text === '') return { type: 'other' };
  return { type: 'message', guildId: server, uid, text, channel: isId(channel) ? channel : '' };
}

function readStatus(value: unknown): Status {
  return STATUSES.find((status) => status === value) ?? 'offline';
}

function readColor(value: unknown): string | undefined {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
    ? value.toLowerCase()
    : undefined;
}
