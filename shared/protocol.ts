/** The d-back wire protocol: the frames both sides exchange and the error texts clients show. */

/** A Discord snowflake, as text. Guilds and members are keyed by it everywhere. */
export type GuildId = string;
export type UserId = string;

export const STATUSES = ['online', 'idle', 'dnd', 'offline'] as const;
export type Status = (typeof STATUSES)[number];

export interface User {
  readonly uid: UserId;
  readonly username: string;
  readonly status: Status;
  /** `#rrggbb` */
  readonly roleColor: string;
}

/** One entry of `server-list`. `id` is the short public name used in overlay URLs. */
export interface ServerEntry {
  readonly id: string;
  readonly name: string;
  readonly default: boolean;
  readonly passworded: boolean;
}

export interface ServerListFrame {
  readonly type: 'server-list';
  readonly data: Readonly<Record<GuildId, ServerEntry>>;
}

export interface ServerJoinFrame {
  readonly type: 'server-join';
  readonly data: {
    readonly users: Readonly<Record<UserId, User>>;
    /** The normalised request: a client that asked for nothing reads `default` here. */
    readonly request: { readonly server: string };
    readonly serverName: string;
    readonly clientId?: string;
  };
}

export interface MessageFrame {
  readonly type: 'message';
  readonly server: GuildId;
  readonly data: { readonly uid: UserId; readonly message: string; readonly channel: string };
}

export interface PresenceFrame {
  readonly type: 'presence';
  readonly server: GuildId;
  readonly data: {
    readonly uid: UserId;
    readonly status: Status;
    readonly username?: string;
    readonly roleColor?: string;
    readonly delete?: true;
  };
}

export interface UpdateClientIdFrame {
  readonly type: 'update-clientid';
  readonly server: GuildId;
  readonly data: { readonly clientId: string };
}

export interface ErrorFrame {
  readonly type: 'error';
  readonly data: { readonly message: string };
}

export type ServerFrame =
  | ServerListFrame
  | ServerJoinFrame
  | MessageFrame
  | PresenceFrame
  | UpdateClientIdFrame
  | ErrorFrame;

export interface ConnectFrame {
  readonly type: 'connect';
  readonly data: {
    readonly server: string | null;
    readonly discordToken?: string;
    readonly discordUser?: { readonly id: UserId; readonly username: string };
  };
}

/**
 * How an overlay is doing: our own extension, sent by our own overlay. No answer follows, but from
 * a server that does not know it `Unknown event type`.
 */
export interface ClientReportFrame {
  readonly type: 'client-report';
  readonly data: ClientReport;
}

export interface ClientReport {
  /** CSS pixels, whole. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** Device pixels to a CSS pixel. */
  readonly density: number;
  /** Measured. */
  readonly fps: number;
  /** Whether it is shown anywhere; null when nobody told it. */
  readonly visible: boolean | null;
  /** Whether it is part of what OBS sends out; null outside of OBS. */
  readonly active: boolean | null;
  /** The version of OBS's browser plugin; null outside of OBS. Printable ASCII. */
  readonly obs: string | null;
}

/** A report beyond these bounds is not taken. */
export const REPORT_BOUNDS = {
  side: { min: 1, max: 16_384 },
  density: { min: 0.25, max: 8 },
  fps: { min: 0, max: 1000 },
  /** Characters of the plugin's version. */
  obsLength: 32,
} as const;

/** Exact texts: the original's clients show them to people. */
export const ERROR_TEXT = {
  invalidJson: 'Invalid JSON',
  invalidEncoding: 'Invalid binary encoding',
  unknownType: 'Unknown event type',
  unknownServer: "Sorry, couldn't connect to that Discord server.",
  loginFailed: 'Discord authentication failed. Please try logging in again.',
  loginRequired: 'This server requires Discord authentication. Please login with Discord.',
} as const;

export type ErrorText = (typeof ERROR_TEXT)[keyof typeof ERROR_TEXT];

/** What a missing, null or blank `server` in a connect frame means. */
export const DEFAULT_SERVER = 'default';
