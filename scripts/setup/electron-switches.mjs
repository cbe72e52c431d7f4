/** Chromium switches that the machine calls for; they stand before the app's path. */
import { existsSync } from 'node:fs';

/** Chromium's sandbox refuses to run as root; without a graphics card it need not look for one. */
export function electronSwitches() {
  const isRoot = process.getuid?.() === 0;
  const hasGpu = process.platform !== 'linux' || existsSync('/dev/dri');
  return [...(isRoot ? ['--no-sandbox'] : []), ...(hasGpu ? [] : ['--disable-gpu'])];
}
