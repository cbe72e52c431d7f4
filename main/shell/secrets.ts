/** Keeps secrets encrypted in `secrets.json`; where there is no keychain, in memory until the end. */
import type { SecretName } from '../../shared/secrets.ts';
import { SECRET_NAMES, secretVariable } from '../../shared/secrets.ts';
import { strings } from '../../shared/strings/index.ts';
import { takeSecrets } from '../core/memory-secrets.ts';
import type { SecretsPort } from '../core/ports.ts';
import { SecretsFile } from './secrets-file.ts';

/** What encrypts for this user of this computer alone. */
export interface Vault {
  /** False when what it writes could be read by whoever gets the file. */
  isSafe(): Promise<boolean>;
  encrypt(text: string): Promise<Buffer>;
  /** Rejects when it cannot. `isOutdated` asks for the text to be encrypted anew. */
  decrypt(bytes: Buffer): Promise<{ readonly text: string; readonly isOutdated: boolean }>;
}

export interface SecretsOptions {
  readonly file: string;
  readonly vault: Vault;
  /** A secret in it wins over what is kept. */
  readonly environment: NodeJS.ProcessEnv;
}

export function createSecrets({ file, vault, environment }: SecretsOptions): SecretsPort {
  const given = takeSecrets(environment);
  /** What was told in this run and could not be kept. */
  const held = new Map<SecretName, string>();
  const kept = new SecretsFile(file);
  let isKeeping = false;

  const read = async (name: SecretName): Promise<string | null> => {
    try {
      const bytes = await kept.get(name);
      if (bytes === null || !(await vault.isSafe())) return null;
      const { text, isOutdated } = await vault.decrypt(bytes);
      if (isOutdated) await keep(name, text);
      isKeeping = true;
      return text;
    } catch {
      // Another user's, or of a keychain that is gone: as if it were not there, and left alone.
      return null;
    }
  };

  /** Whether it could be kept. */
  const keep = async (name: SecretName, value: string): Promise<boolean> => {
    try {
      if (!(await vault.isSafe())) return false;
      await kept.set(name, await vault.encrypt(value));
      return true;
    } catch {
      // A full disk, a keychain that was locked: the window says that it is in memory.
      return false;
    }
  };

  const get: SecretsPort['get'] = async (name) =>
    given.get(name) ?? held.get(name) ?? (await read(name));

  return {
    get,
    async set(name, value) {
      if (given.has(name)) throw new Error(strings.errors.secretGiven(secretVariable(name)));
      held.delete(name);
      if (value === null) {
        await kept.set(name, null);
        return;
      }
      isKeeping = await keep(name, value);
      if (!isKeeping) held.set(name, value);
    },
    async status() {
      const values = await Promise.all(SECRET_NAMES.map(get));
      const stored = SECRET_NAMES.filter((_, index) => values[index] !== null);
      if (given.size > 0) return { place: 'environment', stored };
      return { place: isKeeping && held.size === 0 ? 'keychain' : 'memory', stored };
    },
  };
}
