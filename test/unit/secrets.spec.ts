/** Secrets are kept encrypted where there is a keychain, and never in clear. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecrets, type Vault } from '../../main/shell/secrets.ts';
import { expect, test } from '../fixtures/core.ts';

const TOKEN = 'a token that nobody else may read';

/** Scrambles; what it did not scramble itself it cannot read. */
function fakeVault(more: Partial<Vault> = {}): Vault {
  return {
    isSafe: async () => true,
    encrypt: async (text) => Buffer.from(`x${[...text].reverse().join('')}`),
    async decrypt(bytes) {
      const text = bytes.toString();
      if (!text.startsWith('x')) throw new Error('not mine');
      return { text: [...text.slice(1)].reverse().join(''), isOutdated: false };
    },
    ...more,
  };
}

const open = (dir: string, vault = fakeVault(), environment: NodeJS.ProcessEnv = {}) =>
  createSecrets({ file: join(dir, 'secrets.json'), vault, environment });

test('kept encrypted, for its owner alone, and there at the next start', async ({ dir }) => {
  const secrets = open(join(dir, 'new folder'));
  expect(await secrets.status()).toEqual({ place: 'memory', stored: [] });
  await secrets.set('bot.token', TOKEN);
  expect(await secrets.status()).toEqual({ place: 'keychain', stored: ['bot.token'] });
  const file = join(dir, 'new folder', 'secrets.json');
  expect(readFileSync(file, 'utf8')).not.toContain(TOKEN);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dir, 'new folder'))).toEqual(['secrets.json']);

  const again = open(join(dir, 'new folder'));
  expect(await again.get('bot.token')).toBe(TOKEN);
  expect(await again.status()).toEqual({ place: 'keychain', stored: ['bot.token'] });
  await again.set('bot.token', null);
  expect(await again.get('bot.token')).toBeNull();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({});
});

test('without a keychain it lasts as long as the program, and no file is made', async ({ dir }) => {
  const secrets = open(dir, fakeVault({ isSafe: async () => false }));
  await secrets.set('bot.token', TOKEN);
  expect(await secrets.get('bot.token')).toBe(TOKEN);
  expect(await secrets.status()).toEqual({ place: 'memory', stored: ['bot.token'] });
  expect(readdirSync(dir)).toEqual([]);
});

test('a keychain that fails, or a disk that is full, keeps it in memory', async ({ dir }) => {
  const failing = fakeVault({ encrypt: () => Promise.reject(new Error('locked')) });
  const file = join(dir, 'in the way');
  writeFileSync(file, '');
  for (const secrets of [open(dir, failing), open(file)]) {
    await secrets.set('bot.token', TOKEN);
    expect(await secrets.get('bot.token')).toBe(TOKEN);
    expect(await secrets.status()).toEqual({ place: 'memory', stored: ['bot.token'] });
  }
});

test('what cannot be decrypted is as if it were not there, and is left alone', async ({ dir }) => {
  const file = join(dir, 'secrets.json');
  const foreign = JSON.stringify({ 'bot.token': 'AAAA', 'other.key': 'BBBB' });
  writeFileSync(file, foreign);
  const secrets = open(dir);
  expect(await secrets.get('bot.token')).toBeNull();
  expect(await secrets.status()).toEqual({ place: 'memory', stored: [] });
  expect(readFileSync(file, 'utf8')).toBe(foreign);
  await secrets.set('bot.token', TOKEN);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ 'other.key': 'BBBB' });
  expect(await secrets.get('bot.token')).toBe(TOKEN);
});

test('a file that is no JSON is moved aside', async ({ dir }) => {
  writeFileSync(join(dir, 'secrets.json'), '{"bot.tok');
  const secrets = open(dir);
  expect(await secrets.get('bot.token')).toBeNull();
  await secrets.set('bot.token', TOKEN);
  expect(await secrets.get('bot.token')).toBe(TOKEN);
  expect(readFileSync(join(dir, 'secrets.json.broken'), 'utf8')).toBe('{"bot.tok');
});

test('the environment wins, is emptied, and cannot be changed here', async ({ dir }) => {
  await open(dir).set('bot.token', 'kept');
  const environment = { D_BACK_BOT_TOKEN: TOKEN };
  const secrets = open(dir, fakeVault(), environment);
  expect(environment).toEqual({});
  expect(await secrets.get('bot.token')).toBe(TOKEN);
  expect(await secrets.status()).toEqual({ place: 'environment', stored: ['bot.token'] });
  await expect(secrets.set('bot.token', 'other')).rejects.toThrow('D_BACK_BOT_TOKEN');
  expect(await open(dir).get('bot.token')).toBe('kept');
});

test('encrypted anew when the keychain has a new key', async ({ dir }) => {
  const file = join(dir, 'secrets.json');
  await open(dir).set('bot.token', TOKEN);
  const before = readFileSync(file, 'utf8');
  const turned: Vault = fakeVault({
    encrypt: async () => Buffer.from('xyz'),
    decrypt: async () => ({ text: TOKEN, isOutdated: true }),
  });
  expect(await open(dir, turned).get('bot.token')).toBe(TOKEN);
  expect(readFileSync(file, 'utf8')).not.toBe(before);
});

test('several at once do not lose one another', async ({ dir }) => {
  const secrets = open(dir);
  await Promise.all(['one', 'two', 'three'].map((value) => secrets.set('bot.token', value)));
  expect(await secrets.get('bot.token')).toBe('three');
});
