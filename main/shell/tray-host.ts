/** Whether this desktop has a place for tray icons; some Linux ones do not. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/ */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const GET = 'org.freedesktop.DBus.Properties.Get';
/** A watcher may run where no panel shows what it watches. */
const PROPERTY = 'IsStatusNotifierHostRegistered';

/** Two tools that can ask the session bus; one of them is on nearly every desktop. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'dbus-send',
    [
      ...['--session', '--print-reply=literal', `--dest=${WATCHER}`, WATCHER_PATH],
      ...[GET, `string:${WATCHER}`, `string:${PROPERTY}`],
    ],
  ],
  [
    'gdbus',
    [
      ...['call', '--session', '--dest', WATCHER, '--object-path', WATCHER_PATH],
      ...['--method', GET, WATCHER, PROPERTY],
    ],
  ],
];

export async function hasTrayHost(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (!hasSessionBus()) return false;
  for (const [command, args] of QUESTIONS) {
    const answer = await run(command, args, { timeout: 2_000 }).catch(() => null);
    if (answer) return answer.stdout.includes('true');
  }
  return false;
}

/** Asking without a bus would start one. */
function hasSessionBus(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtimeDir } = process.env;
  return Boolean(address) || (Boolean(runtimeDir) && existsSync(join(runtimeDir ?? '', 'bus')));
}
