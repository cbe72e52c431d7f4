/** The contract between window and main process: every command with its guard and its types. */
import { isDiscordUrl } from './discord-url.ts';
import {
  type Guard,
  isArrayOf,
  isBoolean,
  isIntegerIn,
  isNullOr,
  isOneOf,
  isStringUpTo,
  isTuple,
} from './guards.ts';
import type { GuildId } from './protocol.ts';
import type { Result } from './result.ts';
import { LONGEST_SECRET, SETTABLE_SECRETS } from './secrets.ts';
import { isOrigin } from './settings/server.ts';
import { isSettingChange, type SettingChange } from './settings.ts';
import type { StateUpdate } from './state.ts';

interface Command<Args extends readonly unknown[], Value> {
  readonly accepts: Guard<Args>;
  /** Carries the result type only; never present at run time. */
  readonly value?: Value;
}

function command<Args extends readonly unknown[], Value = void>(
  accepts: Guard<Args>,
): Command<Args, Value> {
  return { accepts };
}

const nothing = isTuple<[]>();
const isGuilds = isArrayOf(isStringUpTo(64), 200);

export const COMMANDS = {
  /** Sends a snapshot now and the changes from here on. */
  watchState: command<[]>(nothing),
  changeSetting: command<SettingChange>(isSettingChange),
  /**
   * Copies the overlay URL of a guild, or of the default one, with the key it needs or the one that
   * is asked for; answers with the URL, where dots stand for the key.
   */
  copyOverlayUrl: command<[guildId: GuildId | null, keyId: string | null], string>(
    isTuple(isNullOr(isStringUpTo(64)), isNullOr(isStringUpTo(64))),
  ),
  openOverlay: command<[]>(nothing),
  /** Opens a page of Discord's own site in the browser. */
  openDiscord: command<[url: string]>(isTuple(isDiscordUrl)),
  copyText: command<[text: string]>(isTuple(isStringUpTo(8_000_000))),
  disconnectClient: command<[clientId: number]>(isTuple(isIntegerIn(0, Number.MAX_SAFE_INTEGER))),
  /** After a failed start: tries the same port again, or the next one that is free. */
  restartServer: command<[port: 'same' | 'next-free']>(isTuple(isOneOf(['same', 'next-free']))),
  allowOrigin: command<[origin: string]>(isTuple(isOrigin)),
  /** Tries again at once, where a source waits or has given up. */
  retrySource: command<[]>(nothing),
  /** Null erases it. No command answers with a secret. */
  setSecret: command<[name: (typeof SETTABLE_SECRETS)[number], value: string | null]>(
    isTuple(isOneOf(SETTABLE_SECRETS), isNullOr(isStringUpTo(LONGEST_SECRET))),
  ),
  /** Answers with the token itself, which is nowhere to be read again. Null: for all guilds. */
  createIngestToken: command<[name: string, guilds: readonly GuildId[] | null], string>(
    isTuple(isStringUpTo(100), isNullOr(isGuilds)),
  ),
  /** Puts the overlay of a guild into a scene of OBS. Null: the one on air; the default guild. */
  addToObs: command<[scene: string | null, guildId: GuildId | null]>(
    isTuple(isNullOr(isStringUpTo(1000)), isNullOr(isStringUpTo(64))),
  ),
  /** Loads the page of a source in OBS anew. Null: of all that are ours. */
  refreshObs: command<[sourceName: string | null]>(isTuple(isNullOr(isStringUpTo(1000)))),
  /** Answers with the key's id. Null: for all guilds. */
  createViewKey: command<[name: string, guilds: readonly GuildId[] | null], string>(
    isTuple(isStringUpTo(100), isNullOr(isGuilds)),
  ),
  /** The same key with another secret. */
  rotateViewKey: command<[keyId: string]>(isTuple(isStringUpTo(64))),
  revokeViewKey: command<[keyId: string]>(isTuple(isStringUpTo(64))),
  /** Answers with the secret: the streamer asked to see it. */
  revealViewKey: command<[keyId: string], string>(isTuple(isStringUpTo(64))),
  protectGuild: command<[guildId: GuildId, isProtected: boolean]>(
    isTuple(isStringUpTo(64), isBoolean),
  ),
  /** The original's password for a server; null for none. */
  setGuildPassword: command<[guildId: GuildId, password: string | null]>(
    isTuple(isStringUpTo(64), isNullOr(isStringUpTo(LONGEST_SECRET))),
  ),
  revokeIngestToken: command<[id: string]>(isTuple(isStringUpTo(64))),
  /** Lets the streamer choose a file; it becomes `script.file` unless the choice is given up. */
  chooseScript: command<[]>(nothing),
  clearEvents: command<[]>(nothing),
  dismissNotices: command<[]>(nothing),
} as const;

export type CommandName = keyof typeof COMMANDS;

type ArgsOf<K extends CommandName> =
  (typeof COMMANDS)[K] extends Command<infer Args, unknown> ? Args : never;
type ValueOf<K extends CommandName> =
  (typeof COMMANDS)[K] extends Command<infer _Args, infer Value> ? Value : never;

/** What the main process implements. */
export type CommandHandlers = {
  readonly [K in CommandName]: (...args: ArgsOf<K>) => ValueOf<K> | Promise<ValueOf<K>>;
};

/** What the window calls. */
export type WindowApi = {
  readonly [K in CommandName]: (...args: ArgsOf<K>) => Promise<Result<ValueOf<K>>>;
} & {
  /** Returns the way to stop listening. */
  readonly onStateUpdate: (listener: (update: StateUpdate) => void) => () => void;
};

export const CHANNELS = {
  command: (name: CommandName): string => `dback:command:${name}`,
  stateUpdate: 'dback:state',
} as const;

/** The name under which the preload script exposes the {@link WindowApi}. */
export const WINDOW_API = 'dback';

/** The scheme the window is served through; the overlay may be framed by it alone. */
export const WINDOW_SCHEME = 'dback';
