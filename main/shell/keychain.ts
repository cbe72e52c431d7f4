/** What encrypts the secrets: the keychain of the system, through Electron's `safeStorage`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { app, safeStorage } from 'electron';
import type { Vault } from './secrets.ts';

/** Milliseconds: how long Electron 42 may take to say that there is encryption, and how often it is asked. */
const PATIENCE = 10_000;
const ASK_INTERVAL = 50;

/**
 * What Chromium on Linux puts before a text that it encrypted with a key everybody knows, for want
 * of a keychain. `getSelectedStorageBackend` is no judge: it looks at the name of the desktop, and
 * on a tiling window manager it says `basic_text` while a keyring does the work.
 */
const OPEN_SECRET = 'v10';

export function createKeychain(): Vault {
  let answer: Promise<boolean> | null = null;
  return {
    isSafe() {
      answer ??= isSafe();
      return answer;
    },
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(bytes);
      return { text: result, isOutdated: shouldReEncrypt };
    },
  };
}

/** Asked when there is a secret only: it may make the system ask for the keyring's password. */
async function isSafe(): Promise<boolean> {
  await app.whenReady();
  if (!(await isAvailable())) return false;
  if (process.platform !== 'linux') return true;
  const sample = await safeStorage.encryptStringAsync('sample');
  return sample.toString('latin1', 0, OPEN_SECRET.length) !== OPEN_SECRET;
}

/**
 * Up to Electron 42 the answer is no promise, and `false` while the keychain has not answered yet;
 * encrypting before it has ends the process (electron/electron#51924).
 */
async function isAvailable(): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += ASK_INTERVAL) {
    const answer: unknown = safeStorage.isAsyncEncryptionAvailable();
    if (answer instanceof Promise) return answer;
    if (answer === true) return true;
    await sleep(ASK_INTERVAL);
  }
  return false;
}
