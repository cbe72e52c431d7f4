/** Who may see which guild: one place that decides, with a strategy for each way in. It fails closed. */
import { ERROR_TEXT, type ErrorText, type GuildId } from '../../../shared/protocol.ts';
import type { NamedKey } from '../../../shared/settings/named-key.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { RefusalReason, Way } from '../../../shared/state.ts';
import type { Clock } from '../ports.ts';
import type { Guild } from '../roster.ts';
import type { Credentials } from '../server/client-frame.ts';
import type { Source } from '../sources/source.ts';
import { Attempts } from './attempts.ts';
import type { DiscordApi } from './discord-api.ts';
import { DiscordLogin } from './discord-login.ts';
import { findByHash, opens } from './keys.ts';
import { isPassword } from './password.ts';
import { timeLimit } from './time-limit.ts';

/** Milliseconds that a check may take altogether. */
const PATIENCE = 5_000;

export interface AccessOptions {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly discord: DiscordApi;
  readonly liveSource: () => Source | null;
  /** Opens everything for as long as the program runs: the preview's. */
  readonly ownKey: NamedKey;
  /** A view key has let somebody in. */
  readonly onKeyUse: (keyId: string) => void;
}

/** What somebody brings along when asking for a guild. */
export interface Visit {
  readonly address: string;
  /** The hash of the key that the connection was opened with. */
  readonly keyHash: string | null;
  readonly credentials: Credentials | null;
  readonly password: string | null;
}

export type Admission =
  | { readonly ok: true; readonly way: Way }
  | { readonly ok: false; readonly error: ErrorText; readonly reason: RefusalReason };

const refused = (reason: RefusalReason, error: ErrorText = ERROR_TEXT.loginFailed): Admission => ({
  ok: false,
  error,
  reason,
});

export class Access {
  readonly #options: AccessOptions;
  readonly #attempts = new Attempts();
  readonly #login: DiscordLogin;

  constructor(options: AccessOptions) {
    this.#options = options;
    this.#login = new DiscordLogin(options.discord, options.clock);
  }

  /** Whether not a byte is to be had without a key: every guild is protected then. */
  get asksEverybody(): boolean {
    const settings = this.#options.settings();
    return settings['access.everything'] || settings['lan.enabled'];
  }

  /** Whether the streamer protects a guild, whatever its source says of it. */
  protects(guildId: GuildId): boolean {
    return Object.hasOwn(this.#options.settings()['access.guilds'], guildId);
  }

  /** The key with this hash, for as long as it is good. */
  keyOf(hash: string | null): NamedKey | null {
    if (hash === null) return null;
    const { settings, ownKey } = this.#options;
    return findByHash([ownKey, ...settings()['access.keys']], hash);
  }

  /** Whether a connection is let into a guild by what it was opened with. */
  opensAtOnce(guild: Guild, keyHash: string | null): Way | null {
    if (!guild.entry.passworded && !this.asksEverybody) return 'open';
    const key = this.keyOf(keyHash);
    return key && opens(key, guild.guildId) ? 'key' : null;
  }

  /** The name of the key that let somebody in, and a note of it. */
  noteKeyUse(hash: string | null): string | null {
    const key = this.keyOf(hash);
    if (key && key !== this.#options.ownKey) this.#options.onKeyUse(key.id);
    return key?.name ?? null;
  }

  async admit(guild: Guild, visit: Visit): Promise<Admission> {
    const way = this.opensAtOnce(guild, visit.keyHash);
    if (way) return { ok: true, way };
    const { credentials, address } = visit;
    // A server that has no password is not opened by one, and nobody is blamed for it.
    const password = this.#passwordHash(guild) === null ? null : visit.password;
    if (!credentials && password === null) {
      const reason = visit.keyHash === null ? 'nothing-shown' : 'wrong-key';
      return refused(reason, ERROR_TEXT.loginRequired);
    }
    const { clock } = this.#options;
    const delay = this.#attempts.delay(address, clock.now());
    if (delay === null) return refused('too-many-attempts');
    if (delay > 0) await new Promise<void>((resolve) => clock.after(delay, resolve));
    const admission = await this.#check(guild, credentials, password);
    const isWrong = !admission.ok && admission.reason !== 'discord-silent';
    if (isWrong) this.#attempts.wrong(address, clock.now());
    return admission;
  }

  async #check(
    guild: Guild,
    credentials: Credentials | null,
    password: string | null,
  ): Promise<Admission> {
    const { clock } = this.#options;
    const tooLate = timeLimit<Admission>(clock, PATIENCE, refused('discord-silent'));
    try {
      const hash = this.#passwordHash(guild);
      if (hash !== null && password !== null && (await isPassword(password, hash))) {
        return { ok: true, way: 'password' };
      }
      if (!credentials) return refused('wrong-password');
      return await Promise.race([this.#byDiscord(guild, credentials), tooLate.promise]);
    } catch {
      return refused('discord-silent');
    } finally {
      tooLate.cancel();
    }
  }

  #passwordHash({ guildId }: Guild): string | null {
    const guilds = this.#options.settings()['access.guilds'];
    return Object.hasOwn(guilds, guildId) ? (guilds[guildId]?.passwordHash ?? null) : null;
  }

  /** The token counts, and what Discord says of it; what the client says of its user is ignored. */
  async #byDiscord(guild: Guild, { token }: Credentials): Promise<Admission> {
    const { settings, liveSource } = this.#options;
    const applications = [settings()['discord.clientId'], guild.clientId].filter(Boolean);
    if (applications.length === 0) return refused('no-application');
    const authorization = await this.#login.check(token);
    if (!authorization) return refused('token-refused');
    if (!applications.includes(authorization.applicationId)) return refused('other-application');
    const { userId, username } = authorization;
    const source = liveSource();
    const user = { id: userId, username };
    const isMember = source?.validateUser
      ? (await source.validateUser(token, user, guild.guildId)) === true
      : guild.members.has(userId);
    return isMember ? { ok: true, way: 'discord' } : refused('not-a-member');
  }
}
