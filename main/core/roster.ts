/** The truth about guilds and their members, sanitised once when it comes in. */
import {
  DEFAULT_SERVER,
  type GuildId,
  type PresenceFrame,
  type ServerEntry,
  type User,
  type UserId,
} from '../../shared/protocol.ts';
import { PLACEHOLDER_GUILD_ID } from '../../shared/state.ts';
import { cleanColor, cleanGuildName, cleanId, cleanName, cleanStatus } from './sanitise.ts';
import type { GuildReport, PresenceReport, UserReport } from './sources/source.ts';

export type PresenceChange = PresenceFrame['data'];

export interface Member {
  readonly user: User;
  /** The user as it stands in a `server-join`, serialised once. */
  readonly json: string;
}

export interface Guild {
  readonly guildId: GuildId;
  entry: ServerEntry;
  /** What the source says; the streamer may protect it besides. */
  isProtectedBySource: boolean;
  clientId: string | undefined;
  readonly members: Map<UserId, Member>;
  /** Whether the source has told who is in it. */
  populated: boolean;
  /** Counts what changes its `server-join`. */
  revision: number;
}

/** Offered while a source has nothing yet: d-zone never comes to rest with an empty list. */
const PLACEHOLDER: GuildReport = {
  guildId: PLACEHOLDER_GUILD_ID,
  id: 'waiting',
  name: 'Waiting for a community',
};

export class Roster {
  readonly #guilds = new Map<GuildId, Guild>();
  readonly #isProtectedHere: (guildId: GuildId) => boolean;

  /** `isProtectedHere`: whether the streamer protects a guild. */
  constructor(isProtectedHere: (guildId: GuildId) => boolean = () => false) {
    this.#isProtectedHere = isProtectedHere;
    this.setGuilds([]);
  }

  get guilds(): ReadonlyMap<GuildId, Guild> {
    return this.#guilds;
  }

  /** The guild that stands in while a source has told of none. */
  get placeholder(): Guild | undefined {
    return this.#guilds.get(PLACEHOLDER.guildId);
  }

  /** Forgets every guild, for a source that has just taken over. */
  clear(): void {
    this.#guilds.clear();
  }

  /** Takes over the list of guilds; members of those that stay are kept. */
  setGuilds(reports: readonly GuildReport[]): void {
    const known = new Map<GuildId, GuildReport>();
    for (const report of reports) {
      const guildId = cleanId(report.guildId);
      if (guildId !== null) known.set(guildId, report);
    }
    const usable = known.size > 0 ? known : new Map([[PLACEHOLDER.guildId, PLACEHOLDER]]);
    const ids = publishedIds(usable, this.#guilds);
    const before = new Map(this.#guilds);
    this.#guilds.clear();
    for (const [guildId, report] of usable) {
      const guild = before.get(guildId) ?? newGuild(guildId, report === PLACEHOLDER);
      guild.isProtectedBySource = report.passworded === true;
      guild.entry = {
        id: ids.get(guildId) ?? guildId,
        name: cleanGuildName(report.name),
        default: report.default === true,
        passworded: guild.isProtectedBySource || this.#isProtectedHere(guildId),
      };
      guild.revision += 1;
      this.#guilds.set(guildId, guild);
    }
  }

  /** The streamer protects other guilds now than before. */
  refreshProtection(): void {
    for (const guild of this.#guilds.values()) {
      const passworded = guild.isProtectedBySource || this.#isProtectedHere(guild.guildId);
      guild.entry = { ...guild.entry, passworded };
    }
  }

  /** Takes over who is in a guild; answers with what changed, and who is not in it any more. */
  setMembers(
    guild: Guild,
    reports: readonly UserReport[],
  ): { changes: PresenceChange[]; gone: UserId[] } {
    const changes: PresenceChange[] = [];
    const present = new Set<UserId>();
    for (const report of reports) {
      const uid = cleanId(report.uid);
      if (uid === null) continue;
      present.add(uid);
      // Who is listed is there, even when the source knows no name.
      const named = guild.members.has(uid) ? report : { username: '', ...report };
      const change = this.applyPresence(guild, named);
      if (change) changes.push(change);
    }
    guild.populated = true;
    return { changes, gone: [...guild.members.keys()].filter((uid) => !present.has(uid)) };
  }

  /** Null when nothing changed, or when a stranger comes without a name: d-zone makes a ghost of it. */
  applyPresence(guild: Guild, report: PresenceReport): PresenceChange | null {
    const uid = cleanId(report.uid);
    if (uid === null) return null;
    const before = guild.members.get(uid)?.user;
    if (!before && report.username === undefined) return null;
    const user: User = {
      uid,
      username:
        report.username === undefined && before ? before.username : cleanName(report.username),
      status: cleanStatus(report.status),
      roleColor:
        report.roleColor === undefined && before ? before.roleColor : cleanColor(report.roleColor),
    };
    if (before && sameUser(before, user)) return null;
    guild.members.set(uid, { user, json: `${JSON.stringify(uid)}:${JSON.stringify(user)}` });
    guild.revision += 1;
    const { status, username, roleColor } = user;
    const looksSame = before?.username === username && before.roleColor === roleColor;
    return looksSame ? { uid, status } : { uid, status, username, roleColor };
  }

  removeMember(guild: Guild, uid: UserId): PresenceChange | null {
    if (!guild.members.delete(uid)) return null;
    guild.revision += 1;
    return { uid, status: 'offline', delete: true };
  }

  /** Finds the guild a connect asks for: by published id, as the default, or by snowflake. */
  resolve(request: string): Guild | undefined {
    const guilds = [...this.#guilds.values()];
    return (
      guilds.find(({ entry }) => entry.id === request) ??
      (request === DEFAULT_SERVER ? this.defaultGuild() : this.#guilds.get(request))
    );
  }

  /** The one flagged default, else the first: there is always one. */
  defaultGuild(): Guild | undefined {
    const guilds = [...this.#guilds.values()];
    return guilds.find(({ entry }) => entry.default) ?? guilds[0];
  }
}

function newGuild(guildId: GuildId, populated: boolean): Guild {
  return {
    guildId,
    entry: { id: guildId, name: guildId, default: false, passworded: false },
    isProtectedBySource: false,
    clientId: undefined,
    members: new Map(),
    populated,
    revision: 0,
  };
}

/**
 * Gives each guild a public id of its own. A guild keeps the id it has; a newcomer whose wish is
 * taken gets the end of its snowflake added (`d`, then `d-8288`), then the whole of it.
 */
function publishedIds(
  reports: ReadonlyMap<GuildId, GuildReport>,
  before: ReadonlyMap<GuildId, Guild>,
): Map<GuildId, string> {
  const ids = new Map<GuildId, string>();
  const taken = new Set<string>();
  const wishes = [...reports].map(([guildId, { id }]) => ({
    guildId,
    wish: cleanId(id) ?? guildId,
  }));
  for (const { guildId, wish } of wishes) {
    const kept = before.get(guildId)?.entry.id;
    if (kept === undefined || !(kept === wish || kept.startsWith(`${wish}-`))) continue;
    ids.set(guildId, kept);
    taken.add(kept);
  }
  for (const { guildId, wish } of wishes) {
    if (ids.has(guildId)) continue;
    const candidates = [wish, `${wish}-${guildId.slice(-4)}`, `${wish}-${guildId}`];
    const id = candidates.find((candidate) => !taken.has(candidate)) ?? guildId;
    ids.set(guildId, id);
    taken.add(id);
  }
  return ids;
}

function sameUser(a: User, b: User): boolean {
  return a.username === b.username && a.status === b.status && a.roleColor === b.roleColor;
}
