/** The one state of the program: facts only, deeply readonly, projected by tray and window. */
import type { ClientReport, GuildId } from './protocol.ts';
import type { SecretName } from './secrets.ts';
import type { RealSourceKind } from './settings/source.ts';
import type { Settings } from './settings.ts';
import type { SourceProblem } from './source-problem.ts';

export type ServerStatus =
  | { readonly phase: 'stopped' | 'starting' }
  | {
      readonly phase: 'listening';
      readonly host: string;
      readonly port: number;
      /** Addresses at which other computers come in, in LAN mode. */
      readonly lan?: readonly string[];
    }
  | {
      readonly phase: 'failed';
      readonly reason: 'port-taken' | 'bad-host' | 'other';
      readonly port: number;
      readonly message: string;
    };

export type SourceKind = 'mock' | RealSourceKind;

/** How a source is doing. `waiting` tries again by itself; `refused` needs the streamer. */
export type SourceCondition =
  | { readonly condition: 'rehearsal' | 'no-source' | 'connecting' | 'live' }
  | {
      readonly condition: 'waiting';
      readonly problem: SourceProblem;
      /** Milliseconds since the epoch. */
      readonly retryAt: number;
    }
  | { readonly condition: 'refused'; readonly problem: SourceProblem };

/** Which source is live, and why or how well. */
export type SourceStatus = SourceCondition & {
  readonly kind: SourceKind;
  /** What is shown is the last that was known, not what is so now. */
  readonly isStale?: boolean;
};

/** Where secrets are kept; in memory they last until the program ends. */
export interface SecretsStatus {
  readonly place: 'keychain' | 'memory' | 'environment';
  /** Those that are there; what they are is nobody's business. */
  readonly stored: readonly SecretName[];
}

/** The preview is the app's own window. */
export type ClientApp = 'obs' | 'browser' | 'preview' | 'other';

/** What the app's own window adds to its User-Agent header. */
export const PREVIEW_AGENT = 'D-Back-Preview';

export interface ClientInfo {
  readonly id: number;
  readonly address: string;
  readonly app: ClientApp;
  /** `OBS 31.0`, `Chrome 140`, or the empty string when it does not say. */
  readonly appName: string;
  readonly guild: { readonly guildId: GuildId; readonly name: string } | null;
  /** The view key it came with; null when there was none. */
  readonly keyId: string | null;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** Frames sent to it. */
  readonly messages: number;
  /** Milliseconds, null before the first answer to a ping. */
  readonly roundTrip: number | null;
  /** Bytes waiting to be read by it. */
  readonly backlog: number;
  /** What it last said of itself; null when it says nothing, as pages that are not ours. */
  readonly report: ClientReport | null;
}

export interface GuildInfo {
  readonly guildId: GuildId;
  readonly id: string;
  readonly name: string;
  readonly default: boolean;
  readonly passworded: boolean;
  readonly members: number;
}

/** Of the guild that stands in while a source has reported none. No snowflake is 0. */
export const PLACEHOLDER_GUILD_ID = '0';

/** Something the streamer should know about, shown until it is dismissed. */
export type Notice =
  | { readonly code: 'settings-recovered'; readonly keptAs: string }
  | { readonly code: 'settings-newer' }
  | { readonly code: 'settings-invalid'; readonly keys: readonly string[]; readonly keptAs: string }
  | { readonly code: 'settings-unsaved'; readonly reason: string }
  | { readonly code: 'static-dir-missing'; readonly dir: string }
  | { readonly code: 'host-open'; readonly host: string }
  /** A stream or recording has begun, and what it shows is invented. */
  | { readonly code: 'live-in-rehearsal' };

/** What the streamer's own bot sees of a guild, to choose from. */
export interface BotGuildInfo {
  readonly guildId: GuildId;
  readonly name: string;
  /** Those that carry chat, in Discord's order. */
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    /** Not everybody on the server may read it. */
    readonly isPrivate: boolean;
  }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

export interface BotInfo {
  readonly name: string;
  /** Opens Discord's page on which the bot is invited to a server. */
  readonly inviteUrl: string;
  readonly guilds: readonly BotGuildInfo[];
}

/** What is known of OBS, through obs-websocket. */
export type ObsStatus =
  /** `searching`: OBS does not run, or its WebSocket server is switched off. */
  | { readonly phase: 'off' | 'searching' }
  | { readonly phase: 'refused'; readonly reason: 'password' | 'too-old' }
  | {
      readonly phase: 'connected';
      readonly version: string;
      /** The one on air. */
      readonly scene: string;
      readonly scenes: readonly string[];
      /** Pixels. */
      readonly canvas: { readonly width: number; readonly height: number };
      readonly isStreaming: boolean;
      readonly isRecording: boolean;
      readonly sources: readonly ObsSource[];
    };

/** A browser source in OBS that shows a page of ours. */
export interface ObsSource {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scenes: readonly string[];
  /** The view key in its address; null when there is none, or it is good no more. */
  readonly keyId: string | null;
}

export interface State {
  readonly server: ServerStatus;
  readonly source: SourceStatus;
  readonly clients: readonly ClientInfo[];
  readonly guilds: readonly GuildInfo[];
  readonly settings: Settings;
  readonly secrets: SecretsStatus;
  /** Of this run of the program. */
  readonly keyUses: readonly KeyUse[];
  readonly obs: ObsStatus;
  /** Null while the bot is not live. */
  readonly bot: BotInfo | null;
  readonly notices: readonly Notice[];
  /** Whether this desktop has a place for the tray icon; without one, closing the window quits. */
  readonly hasTray: boolean;
}

/** What travels from the core to the window, all on one channel and in order. */
export type StateUpdate =
  | { readonly kind: 'snapshot'; readonly revision: number; readonly state: State }
  | {
      readonly kind: 'delta';
      /** The revision this delta builds on; when it is not yours, ask for a snapshot. */
      readonly base: number;
      readonly revision: number;
      readonly changes: Partial<State>;
    }
  | { readonly kind: 'events'; readonly events: readonly LogEvent[] }
  | { readonly kind: 'events-cleared' };

/** A line of the event log: a fact with its details; the words come from the catalogue. */
export interface LogEvent {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly fact: Fact;
}

export type Fact =
  | { readonly kind: 'server'; readonly what: 'started'; readonly url: string }
  | { readonly kind: 'server'; readonly what: 'stopped' }
  | { readonly kind: 'server'; readonly what: 'failed'; readonly message: string }
  | { readonly kind: 'source'; readonly what: 'switched'; readonly source: SourceStatus }
  | {
      readonly kind: 'source';
      readonly what: 'failed';
      readonly source: SourceKind;
      readonly message: string;
    }
  | { readonly kind: 'client'; readonly what: 'connected'; readonly client: ClientLabel }
  | {
      readonly kind: 'client';
      readonly what: 'joined';
      readonly client: ClientLabel;
      readonly guild: string;
      readonly way: Way;
      /** The name of the key that let it in; null for the other ways. */
      readonly key: string | null;
    }
  | {
      readonly kind: 'client';
      readonly what: 'left';
      readonly client: ClientLabel;
      readonly reason: LeaveReason;
    }
  | { readonly kind: 'refused'; readonly what: 'origin'; readonly origin: string }
  | { readonly kind: 'refused'; readonly what: 'host'; readonly host: string }
  | { readonly kind: 'refused'; readonly what: 'other-machine'; readonly address: string }
  | {
      readonly kind: 'refused';
      readonly what: 'login';
      readonly client: ClientLabel;
      readonly guild: string;
      readonly reason: RefusalReason;
    }
  | {
      readonly kind: 'member';
      readonly what: 'joined' | 'left' | 'changed';
      readonly guild: string;
      readonly name: string;
      readonly status: string;
    }
  | {
      readonly kind: 'message';
      readonly what: 'said';
      readonly guild: string;
      readonly name: string;
      readonly text: string;
    }
  | {
      readonly kind: 'script';
      readonly what: 'printed';
      readonly stream: 'out' | 'err';
      readonly text: string;
    }
  /** It prints more than the log takes. */
  | { readonly kind: 'script'; readonly what: 'muted' }
  | { readonly kind: 'notice'; readonly what: 'raised'; readonly notice: Notice };

export type FactKind = Fact['kind'];
export const FACT_KINDS: readonly FactKind[] = [
  'server',
  'source',
  'client',
  'refused',
  'member',
  'message',
  'script',
  'notice',
];

/** How a client is named in the log. */
export interface ClientLabel {
  readonly id: number;
  readonly address: string;
  readonly app: ClientApp;
  readonly appName: string;
}

export type LeaveReason =
  | 'closed'
  | 'too-slow'
  | 'no-answer'
  | 'disconnected-here'
  | 'key-revoked'
  | 'stopping';

/** How a client was let into a guild. */
export type Way = 'open' | 'key' | 'password' | 'discord';

/** Why a client was not let into a guild. */
export type RefusalReason =
  | 'nothing-shown'
  | 'wrong-key'
  | 'wrong-password'
  | 'too-many-attempts'
  /** No application id is known that a token could belong to. */
  | 'no-application'
  /** Discord does not know the token (any more). */
  | 'token-refused'
  | 'other-application'
  | 'not-a-member'
  /** Discord, or the source, did not answer. */
  | 'discord-silent';

/** When a view key was used last, in milliseconds since the epoch. */
export interface KeyUse {
  readonly keyId: string;
  readonly time: number;
}

/** The log keeps this many lines, in the core and in the window. */
export const LOG_CAPACITY = 10_000;
