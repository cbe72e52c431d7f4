/** Where things are. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const MODULES = join(ROOT, 'node_modules');
export const OUT = join(ROOT, 'out');

/** The user's folder for what can be fetched again. */
export const CACHE = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'd-back-desktop',
);
