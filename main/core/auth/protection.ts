/** The streamer's side of protection: makes, changes and takes back what opens a guild. */
import { isRecord } from '../../../shared/guards.ts';
import type { GuildId } from '../../../shared/protocol.ts';
import type { SettingChange, Settings } from '../../../shared/settings.ts';
import { strings } from '../../../shared/strings/index.ts';
import type { Clock, SecretsPort } from '../ports.ts';
import type { Guild } from '../roster.ts';
import { makeKey, opens } from './keys.ts';
import { hashPassword, LONGEST_PASSWORD } from './password.ts';

export interface ProtectionOptions {
  readonly clock: Clock;
  readonly secrets: SecretsPort;
  readonly settings: () => Settings;
  readonly changeSetting: (...change: SettingChange) => void;
  readonly guildOf: (guildId: GuildId) => Guild | undefined;
}

/** What the window can ask for. All reject with a sentence that can be shown. */
export interface ProtectionCommands {
  /** Answers with the id of the new key. */
  createViewKey(name: string, guilds: readonly GuildId[] | null): Promise<string>;
  /** The same key with another secret: whoever has the old one is out at once. */
  rotateViewKey(keyId: string): Promise<void>;
  revokeViewKey(keyId: string): Promise<void>;
  /** What is to stand in the overlay's address. */
  revealViewKey(keyId: string): Promise<string>;
  protectGuild(guildId: GuildId, isProtected: boolean): void;
  /** The original's password for a server; null for none. */
  setGuildPassword(guildId: GuildId, password: string | null): Promise<void>;
}

export function createProtection(options: ProtectionOptions): ProtectionCommands {
  const { clock, secrets, settings, changeSetting, guildOf } = options;

  const secretsByKey = async (): Promise<Map<string, string>> => {
    const stored: unknown = JSON.parse((await secrets.get('access.keys')) ?? '{}');
    return new Map(
      isRecord(stored) ? Object.entries(stored).map(([id, s]) => [id, String(s)]) : [],
    );
  };
  /** One after the other: each reads what the one before has written. */
  let writing: Promise<unknown> = Promise.resolve();
  const changeSecret = (keyId: string, secret: string | null): Promise<void> => {
    const change = writing.then(async () => {
      const known = await secretsByKey();
      if (secret === null) known.delete(keyId);
      else known.set(keyId, secret);
      await secrets.set('access.keys', JSON.stringify(Object.fromEntries(known)));
    });
    writing = change.catch(() => undefined);
    return change;
  };

  const keyNamed = (keyId: string) => {
    const key = settings()['access.keys'].find(({ id }) => id === keyId);
    if (!key) throw new Error(strings.errors.noSuchKey);
    return key;
  };
  const couldOpen = (guildId: GuildId): boolean =>
    settings()['access.keys'].some((key) => opens(key, guildId)) ||
    settings()['discord.clientId'] !== null ||
    guildOf(guildId)?.clientId !== undefined;

  const setProtection = (guildId: GuildId, passwordHash: string | null): void =>
    changeSetting('access.guilds', { ...settings()['access.guilds'], [guildId]: { passwordHash } });

  return {
    async createViewKey(name, guilds) {
      const { secret, key } = makeKey(
        'dbv_',
        name.trim() || strings.viewKey.unnamed,
        guilds,
        clock.now(),
      );
      await changeSecret(key.id, secret);
      changeSetting('access.keys', [...settings()['access.keys'], key]);
      return key.id;
    },
    async rotateViewKey(keyId) {
      const { name, guilds } = keyNamed(keyId);
      const { secret, key } = makeKey('dbv_', name, guilds, clock.now());
      await changeSecret(keyId, secret);
      const renewed = { ...key, id: keyId };
      changeSetting(
        'access.keys',
        settings()['access.keys'].map((other) => (other.id === keyId ? renewed : other)),
      );
    },
    async revokeViewKey(keyId) {
      keyNamed(keyId);
      // First of all it opens nothing any more.
      changeSetting(
        'access.keys',
        settings()['access.keys'].filter(({ id }) => id !== keyId),
      );
      await changeSecret(keyId, null);
    },
    async revealViewKey(keyId) {
      keyNamed(keyId);
      const secret = (await secretsByKey()).get(keyId);
      if (!secret) throw new Error(strings.errors.keyForgotten);
      return secret;
    },
    protectGuild(guildId, isProtected) {
      const guilds = settings()['access.guilds'];
      const isNow = Object.hasOwn(guilds, guildId);
      if (isNow === isProtected) return;
      if (isProtected && !couldOpen(guildId)) throw new Error(strings.errors.nothingOpens);
      if (isProtected) {
        setProtection(guildId, null);
        return;
      }
      const { [guildId]: _removed, ...others } = guilds;
      changeSetting('access.guilds', others);
    },
    async setGuildPassword(guildId, password) {
      if (password !== null && password.length > LONGEST_PASSWORD) {
        throw new Error(strings.errors.passwordTooLong);
      }
      const isProtected = Object.hasOwn(settings()['access.guilds'], guildId);
      if (password === null && !isProtected) return;
      setProtection(guildId, password === null ? null : await hashPassword(password));
    },
  };
}
