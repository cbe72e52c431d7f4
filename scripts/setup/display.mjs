/** A screen of our own, for machines without one and for tests. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './child.mjs';
import { atEnd, ending } from './lifetime.mjs';
import { Problem } from './problem.mjs';

/** Milliseconds that Xvfb may take to start. */
const START_TIMEOUT = 15_000;

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts Xvfb on a display number that it chooses itself; it ends with this script.
 * @returns {Promise<NodeJS.ProcessEnv>} what to add to the environment of who shall be seen there
 */
export async function startDisplay() {
  const screen = ['-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = launch('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  atEnd(() => xvfb.end());
  let complaints = '';
  xvfb.child.stderr?.on('data', (data) => {
    complaints = (complaints + data).slice(-2_000);
  });
  const answer = xvfb.child.stdio[3];
  if (!answer) throw new Problem('Xvfb cannot tell us its display.');
  const number = await Promise.race([
    once(answer, 'data').then(([data]) => String(data).trim()),
    xvfb.exited.then(() => ''),
    sleep(START_TIMEOUT, ''),
    once(ending, 'abort').then(() => ''),
  ]);
  ending.throwIfAborted();
  if (!number) throw new Problem(`Xvfb did not start. ${complaints}`);
  return { DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' };
}
