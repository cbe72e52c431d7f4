/** Reads what a client sent: a connect, a report, or the exact error text it gets. Pure. */
import { isRecord } from '../../../shared/guards.ts';
import {
  type ClientReport,
  DEFAULT_SERVER,
  ERROR_TEXT,
  type ErrorText,
} from '../../../shared/protocol.ts';
import type { DiscordUser } from '../sources/source.ts';
import { readClientReport } from './client-report.ts';

export interface Credentials {
  readonly token: string;
  readonly user: DiscordUser;
}

export interface ConnectRequest {
  /** Trimmed; `default` when the client named none. */
  readonly server: string;
  /** Null when there are none, or not all of them. */
  readonly credentials: Credentials | null;
  /** The original's password of a server. */
  readonly password: string | null;
}

export type ClientFrame =
  | { readonly connect: ConnectRequest }
  | { readonly report: ClientReport }
  | { readonly error: ErrorText };

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function readClientFrame(bytes: Buffer, isBinary: boolean): ClientFrame {
  let text: string;
  try {
    text = isBinary ? utf8.decode(bytes) : bytes.toString('utf8');
  } catch {
    return { error: ERROR_TEXT.invalidEncoding };
  }
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return { error: ERROR_TEXT.invalidJson };
  }
  if (!isRecord(frame)) return { error: ERROR_TEXT.unknownType };
  switch (frame['type']) {
    case 'connect':
      return readConnect(frame['data']);
    case 'client-report':
      return readReport(frame['data']);
    default:
      return { error: ERROR_TEXT.unknownType };
  }
}

/** A malformed one is answered as by a server that knows of no reports. */
function readReport(data: unknown): ClientFrame {
  const report = readClientReport(data);
  return report ? { report } : { error: ERROR_TEXT.unknownType };
}

function readConnect(data: unknown): ClientFrame {
  if (!isRecord(data)) return { error: ERROR_TEXT.unknownServer };
  const server = readServer(data['server']);
  if (server === null) return { error: ERROR_TEXT.unknownServer };
  const password = data['password'];
  return {
    connect: {
      server,
      credentials: readCredentials(data),
      password: typeof password === 'string' && password !== '' ? password : null,
    },
  };
}

function readServer(value: unknown): string | null {
  if (value === undefined || value === null) return DEFAULT_SERVER;
  if (typeof value === 'object') return null;
  return String(value).trim() || DEFAULT_SERVER;
}

function readCredentials(data: Record<string, unknown>): Credentials | null {
  const token = data['discordToken'];
  const user = data['discordUser'];
  if (typeof token !== 'string' || token === '' || !isRecord(user)) return null;
  const { id, username } = user;
  if (typeof id !== 'string' || id === '') return null;
  return { token, user: { id, username: typeof username === 'string' ? username : '' } };
}
