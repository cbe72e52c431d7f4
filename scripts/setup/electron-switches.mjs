/** Chromium switches that the machine calls for; they stand before the app's path. */
import { existsSync } from 'node:fs';

/** As root, as in containers, Chromium's sandbox cannot work. Only the scripts may switch it off. */
export function electronSwitches() {
  const switches = [];
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  if (process.platform === 'linux' && !existsSync('/dev/dri')) switches.push('--disable-gpu');
  return switches;
}
