/** The original's passwords for servers, kept as scrypt hashes (RFC 7914). */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 2^15 blocks of 1 KiB: 32 MiB and some 80 ms for each guess, off the main thread. */
const COST = 15;
const BYTES = 32;
/** Longer ones are cut by nobody: they are refused. */
export const LONGEST_PASSWORD = 1024;

/** Each check takes memory and a thread: one after the other is enough. */
let queue: Promise<unknown> = Promise.resolve();

/** `scrypt:15:salt:hash`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST, salt.toString('base64url'), hash.toString('base64url')].join(':');
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, cost = '', salt = '', hash = ''] = stored.split(':');
  if (password.length > LONGEST_PASSWORD) return false;
  const wanted = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(cost));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** cost * 1024 * 2 };
  const run = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  const result = queue.then(run);
  queue = result.catch(() => undefined);
  return result;
}
