/** The contract of a data source: it reports what it sees, the core keeps the truth. */
import type { GuildId, UserId } from '../../../shared/protocol.ts';
import type { SourceCondition, SourceKind } from '../../../shared/state.ts';

/** What a source says of a guild. Only the snowflake must be unique. */
export interface GuildReport {
  readonly guildId: GuildId;
  readonly id: string;
  readonly name: string;
  readonly default?: boolean;
  readonly passworded?: boolean;
}

export interface UserReport {
  readonly uid: UserId;
  readonly username?: string;
  readonly status: string;
  readonly roleColor?: string;
}

/** A change of one member; `delete` says that it left the guild. */
export interface PresenceReport extends UserReport {
  readonly delete?: boolean;
}

export interface MessageReport {
  readonly uid: UserId;
  readonly message: string;
  readonly channel: string;
}

/** Where a source reports to. Everything is sanitised behind it; unknown guilds are ignored. */
export interface SourceSink {
  /** The whole list of guilds. The first call takes over from the source before. */
  servers(guilds: readonly GuildReport[]): void;
  /** The whole roster of a guild. */
  users(guildId: GuildId, users: readonly UserReport[]): void;
  presence(guildId: GuildId, change: PresenceReport): void;
  message(guildId: GuildId, message: MessageReport): void;
  clientId(guildId: GuildId, clientId: string): void;
  status(condition: SourceCondition): void;
}

export interface DiscordUser {
  readonly id: UserId;
  readonly username: string;
}

export interface Source {
  readonly kind: SourceKind;
  /** Reports until the signal aborts. Rejects when it cannot go on. */
  start(sink: SourceSink, signal: AbortSignal): Promise<void>;
  /**
   * Takes over a changed setting whose key begins with the source's kind. Without it the source is
   * ended and another one started.
   */
  settingsChanged?(): void;
  /** Whether the token is valid and its user may see the guild. Without it nobody may. */
  validateUser?(token: string, user: DiscordUser, guildId: GuildId): Promise<boolean>;
  /** A file to answer a GET with in place of ours; null when it is not asked at all, or has none. */
  staticFile?(path: string): Promise<GivenFile | null> | null;
  /** A viewer has come: a good time to look whether anything has changed. */
  viewerCame?(): void;
}

/** `filePath` is absolute. */
export interface GivenFile {
  readonly contentType: string;
  readonly filePath: string;
}
