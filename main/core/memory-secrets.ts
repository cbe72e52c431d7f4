/** Secrets of a run without a keychain: from the environment, or told later, and gone at the end. */
import { SECRET_NAMES, type SecretName, secretVariable } from '../../shared/secrets.ts';
import type { SecretsPort } from './ports.ts';

/** The names are taken out of the environment: no child gets them. */
export function takeSecrets(environment: NodeJS.ProcessEnv): Map<SecretName, string> {
  const values = new Map<SecretName, string>();
  for (const name of SECRET_NAMES) {
    const variable = secretVariable(name);
    const value = environment[variable];
    if (value) values.set(name, value);
    delete environment[variable];
  }
  return values;
}

export function createMemorySecrets(environment: NodeJS.ProcessEnv = {}): SecretsPort {
  const values = takeSecrets(environment);
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
