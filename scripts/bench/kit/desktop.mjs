/** A display and a session bus for Electron, so that a benchmark never touches the user's own. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { launch } from '../../setup/child.mjs';
import { hasDisplay, startDisplay } from '../../setup/display.mjs';
import { atEnd } from '../../setup/lifetime.mjs';

/** Resolves with an environment in which Electron finds them. */
export async function privateDesktop() {
  const env = { ...process.env };
  if (process.platform !== 'linux') return env;
  if (!hasDisplay()) Object.assign(env, await startDisplay());
  const bus = launch('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  atEnd(() => bus.end());
  const lines = createInterface({ input: /** @type {any} */ (bus.child.stdout) });
  [env['DBUS_SESSION_BUS_ADDRESS']] = await once(lines, 'line');
  return env;
}
