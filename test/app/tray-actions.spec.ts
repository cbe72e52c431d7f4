/** What the tray opens and ends. */
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { strings } from '../../shared/strings/index.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';

const { tray } = strings;

test('Open dashboard and a click on the icon open the one window', async ({
  trayHost,
  startApp,
}) => {
  const app = await startApp({ flags: ['--hidden'] });
  const item = await trayHost.nextItem();
  expect(await app.windowCount()).toBe(0);
  await item.click(tray.openDashboard);
  await app.window();
  await item.click(tray.openDashboard);
  await item.activate();
  expect(await app.windowCount()).toBe(1);
  await app.closeWindow();
  await expect.poll(() => app.windowCount()).toBe(0);
  await item.activate();
  await expect.poll(() => app.windowCount()).toBe(1);
});

test('Quit says goodbye to every client and ends with code 0', async ({ trayHost, startApp }) => {
  const app = await startApp();
  await app.window();
  const item = await trayHost.nextItem();
  const client = await Client.join(app.socketUrl);
  const closed = client.closed();
  await item.click(tray.quit);
  expect(await closed).toBe(1001);
  expect(await app.exited).toBe(0);
});

test('Open overlay in browser hands its URL to the desktop', async ({
  trayHost,
  startApp,
  dir,
}) => {
  const opened = join(dir, 'opened');
  await writeFile(join(dir, 'xdg-open'), `#!/bin/sh\necho "$1" > '${opened}'\n`, { mode: 0o755 });
  const PATH = `${dir}${delimiter}${process.env['PATH']}`;
  const app = await startApp({ flags: ['--hidden'], env: { PATH } });
  const item = await trayHost.nextItem();
  await item.click(tray.openOverlay);
  await expect.poll(() => readFile(opened, 'utf8').catch(() => '')).toBe(`${app.url}/?s=default\n`);
});

test('what was switched just before Quit is saved', async ({ trayHost, startApp, userDataDir }) => {
  const app = await startApp({ flags: ['--hidden'] });
  const item = await trayHost.nextItem();
  await item.click(tray.mockMode);
  await item.click(tray.quit);
  expect(await app.exited).toBe(0);
  const saved = JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8'));
  expect(saved).toMatchObject({ mock: { enabled: true } });
});
