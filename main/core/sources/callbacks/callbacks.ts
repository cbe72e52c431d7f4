/** What a script, or a program around the core, is asked and may tell: the interface of d-back. */

export type Status = 'online' | 'idle' | 'dnd' | 'offline';

/** A Discord server. Its snowflake is the key under which it is listed. */
export interface ServerRecord {
  /** What overlays ask for it by: `?s=…`. */
  id: string;
  name: string;
  /** Shown to overlays that ask for none. Else the first is. */
  default?: boolean;
  /** Only who signs in with Discord, and is let in by `onValidateDiscordUser`, may see it. */
  passworded?: boolean;
  /** A leftover of old d-backs: a server that has one counts as `passworded`; it is sent to nobody. */
  password?: string;
}

export interface MemberRecord {
  uid: string;
  username: string;
  status: Status;
  /** `#rrggbb`. */
  roleColor: string;
}

/** A file to answer a request with. */
export interface StaticFile {
  /** Such as `text/html; charset=utf-8`. */
  contentType: string;
  /** A relative path starts in the script's folder. What is not there, or no file, is a 404. */
  filePath: string;
}

export interface DiscordUser {
  id: string;
  username: string;
}

/** Records by snowflake or user id. Write ids as text: as numbers they are rounded. */
export type Records<T> = Readonly<Record<string, T>> | ReadonlyMap<string, T>;

export type Awaitable<T> = T | Promise<T>;

/** Each may answer at once or with a promise, within five seconds. */
export interface Callbacks {
  /** Which servers there are, by snowflake. At most 100. */
  onGetServerData?: () => Awaitable<Records<ServerRecord>>;
  /** Who is on a server, by user id. At most 10,000. */
  onGetUserData?: (guildId: string) => Awaitable<Records<MemberRecord>>;
  /** Asked for each page and file before the overlay's own; null leaves it to them. */
  onStaticRequest?: (path: string) => Awaitable<StaticFile | null>;
  /** Whether a visitor may see a server that is `passworded`. Without it nobody may. */
  onValidateDiscordUser?: (token: string, user: DiscordUser, guildId: string) => Awaitable<boolean>;
  /** The id of the Discord application that visitors sign in to. */
  onGetClientId?: (guildId: string) => Awaitable<string>;
}

export interface PresenceDetails {
  /** Needed for somebody new. */
  username?: string;
  /** `#rrggbb`. */
  roleColor?: string;
  /** Has left the server. */
  delete?: boolean;
}

/** `server` is a snowflake, or the `id` of a server. */
export interface Broadcasts {
  /** A member says something. */
  broadcastMessage(server: string, uid: string, message: string, channel: string): void;
  /** A member comes, changes or leaves. */
  broadcastPresence(server: string, uid: string, status: Status, details?: PresenceDetails): void;
  /** Another Discord application. */
  broadcastClientIdUpdate(server: string, clientId: string): void;
  /** Asks the first two callbacks and `onGetClientId` again, at most once a second. */
  refresh(): void;
}

/** What a script is given. Registering a callback again replaces it. */
export type DBack = Broadcasts & {
  readonly [K in keyof Callbacks]-?: (callback: NonNullable<Callbacks[K]>) => void;
};

/** What a script exports as its default. */
export type Script = (dback: DBack) => void | Promise<void>;
