/** A display for machines that have none: Xvfb, on a number of its own choice. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { exitCodeOf, start } from './child.mjs';
import { SetupError } from './progress.mjs';

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb and resolves with the value for DISPLAY. */
export async function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const xvfb = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: /** @type {any} */ (xvfb.stdio[3]) });
  const ended = exitCodeOf(xvfb).then((code) => {
    throw new SetupError(`Xvfb ended with ${code} before it had a display.`);
  });
  // Once there is a display, its end is somebody else's business.
  ended.catch(() => undefined);
  const [number] = await Promise.race([once(lines, 'line'), ended]);
  return `:${number}`;
}
