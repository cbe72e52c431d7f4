/** `npm run pictures`: the README's pictures, from the real app in a rehearsal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privateDesktop } from './bench/kit/desktop.mjs';
import { startTrayHost } from './bench/kit/tray-host.mjs';
import { build } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { electronSwitches } from './setup/electron-switches.mjs';
import { main } from './setup/lifetime.mjs';
import { ROOT } from './setup/paths.mjs';
import { say } from './setup/progress.mjs';

const FOLDER = join(ROOT, 'docs', 'screenshots');
/** Milliseconds of rehearsal before the picture is taken. */
const LIFE = 16_000;
/** Of the day in the picture, whenever it is taken. */
const HOUR = 15;
const OBS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/127 OBS/31.0.2';
const PAGE = 'http://127.0.0.1:3000/?s=dworld&time=15&zoom=2';

await main(async () => {
  await installDependencies();
  const { executable } = await electronRuntime();
  await build();
  const { _electron: electron } = await import('@playwright/test');
  const { WebSocket } = await import('ws');
  const { filmIsland } = await import('./pictures/island.mjs');
  const userDataDir = mkdtempSync(join(tmpdir(), 'd-back-pictures-'));
  const desktop = await privateDesktop();
  const trayHost = await startTrayHost(desktop['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const app = await electron.launch({
    executablePath: executable,
    args: [...electronSwitches(), ROOT, '--user-data-dir', userDataDir, '--mock'],
    env: { ...desktop, TZ: zoneAt(HOUR) },
    colorScheme: 'dark',
  });
  const window = await app.firstWindow();
  const connect = JSON.stringify({ type: 'connect', data: { server: null } });
  const obs = new WebSocket('ws://127.0.0.1:3000', { headers: { 'User-Agent': OBS } });
  obs.once('open', () => obs.send(connect));
  await window.getByLabel('Rehearsal scenario').selectOption('busy');
  await window.getByText('OBS 31.0').first().waitFor();
  await new Promise((resolve) => setTimeout(resolve, LIFE));
  await window.screenshot({ path: join(FOLDER, 'window.png') });
  await filmIsland(PAGE, join(FOLDER, 'island.gif'));
  say(`The new pictures are in ${FOLDER}: look at them.`);
  obs.terminate();
  await app.close();
  trayHost.close();
  rmSync(userDataDir, { recursive: true, force: true });
  return 0;
});

/**
 * The time zone in which it is this hour now; the sign of its name is the other way round.
 * @param {number} hour
 */
function zoneAt(hour) {
  const behind = (new Date().getUTCHours() - hour + 24) % 24;
  return behind > 12 ? `Etc/GMT-${24 - behind}` : `Etc/GMT+${behind}`;
}
