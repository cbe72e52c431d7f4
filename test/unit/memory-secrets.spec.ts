/** Secrets of a run without a keychain. */
import { expect, test } from '@playwright/test';
import { createMemorySecrets } from '../../main/core/memory-secrets.ts';

test('a secret in the environment is taken out of it: no child process gets it', async () => {
  const environment = { D_BACK_BOT_TOKEN: 'abc', PATH: '/bin' };
  const secrets = createMemorySecrets(environment);
  expect(await secrets.get('bot.token')).toBe('abc');
  expect(environment).toEqual({ PATH: '/bin' });
  expect(await secrets.status()).toEqual({ place: 'environment', stored: ['bot.token'] });
});

test('what is told lasts as long as the program, and can be erased', async () => {
  const secrets = createMemorySecrets();
  await secrets.set('bot.token', 'abc');
  expect(await secrets.get('bot.token')).toBe('abc');
  expect(await secrets.status()).toEqual({ place: 'memory', stored: ['bot.token'] });
  await secrets.set('bot.token', null);
  expect(await secrets.get('bot.token')).toBeNull();
});
