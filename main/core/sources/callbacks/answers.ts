/** Reads what callbacks answer: anything at all may come, and no more than fits is taken. */
import { isAbsolute, resolve } from 'node:path';
import { isRecord } from '../../../../shared/guards.ts';
import type { GivenFile, GuildReport, PresenceReport, UserReport } from '../source.ts';

const MOST_GUILDS = 100;
/** Taking over this many takes the main process about 10 ms. */
const MOST_MEMBERS = 10_000;
/** UTF-16 units of any text; Discord's longest message has 4,000. The sanitiser cuts further. */
export const LONGEST_TEXT = 8_000;

const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.-]+)*$/;

/** Throws when it is no list at all, so that a slip does not empty the island. */
export function readGuilds(answer: unknown): GuildReport[] {
  return entriesOf(answer, 'servers', MOST_GUILDS).map(([guildId, record]) => {
    const { id, name, default: isDefault, passworded, password } = record;
    return {
      guildId,
      id: textOf(id),
      name: textOf(name),
      default: Boolean(isDefault),
      // What was once kept from strangers stays kept from them.
      passworded: Boolean(passworded) || Boolean(password),
    };
  });
}

export function readUsers(answer: unknown): UserReport[] {
  return entriesOf(answer, 'members', MOST_MEMBERS).map(
    ([uid, { username, status, roleColor }]) => ({
      uid,
      status: textOf(status),
      ...(username !== undefined && { username: textOf(username) }),
      ...(roleColor !== undefined && { roleColor: textOf(roleColor) }),
    }),
  );
}

export function readPresence(uid: unknown, status: unknown, details: unknown): PresenceReport {
  const { username, roleColor, delete: isGone } = isRecord(details) ? details : {};
  return {
    uid: textOf(uid),
    status: textOf(status),
    ...(username !== undefined && { username: textOf(username) }),
    ...(roleColor !== undefined && { roleColor: textOf(roleColor) }),
    ...(isGone === true && { delete: true }),
  };
}

/** Null when nothing is given. */
export function readStaticFile(answer: unknown, folder: string): GivenFile | null {
  if (!isRecord(answer)) return null;
  const { contentType, filePath } = answer;
  if (typeof filePath !== 'string' || filePath === '') return null;
  const type = textOf(contentType);
  return {
    contentType: CONTENT_TYPE.test(type) ? type : 'application/octet-stream',
    filePath: isAbsolute(filePath) ? filePath : resolve(folder, filePath),
  };
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
  return typeof value === 'number' ? String(value) : '';
}

function entriesOf(
  answer: unknown,
  what: string,
  most: number,
): (readonly [string, Record<string, unknown>])[] {
  const isMap = answer instanceof Map;
  if (!isMap && !isRecord(answer)) {
    throw new TypeError(`The ${what} must be an object of records by id.`);
  }
  const entries: (readonly [string, Record<string, unknown>])[] = [];
  for (const [key, record] of isMap ? answer : Object.entries(answer)) {
    if (entries.length === most) break;
    if (isRecord(record)) entries.push([String(key), record]);
  }
  return entries;
}
