/** Secrets of a run without a keychain: from the environment, or told later, and gone at the end. */
import { SECRET_NAMES, type SecretName } from '../../shared/secrets.ts';
import type { SecretsPort } from './ports.ts';

/** `bot.token` is `D_BACK_BOT_TOKEN`. The name is taken out of the environment: no child gets it. */
export function createMemorySecrets(environment: NodeJS.ProcessEnv = {}): SecretsPort {
  const values = new Map<SecretName, string>();
  for (const name of SECRET_NAMES) {
    const variable = `D_BACK_${name.replace('.', '_').toUpperCase()}`;
    const value = environment[variable];
    if (value) values.set(name, value);
    delete environment[variable];
  }
  const place = values.size > 0 ? 'environment' : 'memory';
  return {
    get: async (name) => values.get(name) ?? null,
    async set(name, value) {
      if (value === null) values.delete(name);
      else values.set(name, value);
    },
    status: async () => ({ place, stored: [...values.keys()] }),
  };
}
