/** What closing the window does, with a tray to go to and without. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '../../shared/strings/index.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';
import { startElectron } from '../fixtures/process.ts';

test('with a tray the window is destroyed, the overlay goes on, a second start brings it back', async ({
  trayHost,
  startApp,
  ending,
  userDataDir,
}) => {
  const app = await startApp();
  await trayHost.nextItem();
  await app.window();
  const client = await Client.join(app.socketUrl);
  await app.closeWindow();
  await expect.poll(() => app.windowCount()).toBe(0);
  await client.settle();

  const second = ending(startElectron(['--port', '0', '--user-data-dir', userDataDir]));
  expect(await second.exited).toBe(0);
  expect(second.stdout).toEqual([]);
  await expect.poll(() => app.windowCount()).toBe(1);
  await expect((await app.window()).getByRole('banner')).toContainText(app.url);
  await client.settle();
});

test('the first time a notice tells where the app went, and never again', async ({
  trayHost,
  notifications,
  startApp,
}) => {
  const app = await startApp();
  const item = await trayHost.nextItem();
  for (let times = 0; times < 2; times++) {
    await app.window();
    await app.closeWindow();
    await expect.poll(() => app.windowCount()).toBe(0);
    await item.activate();
    await expect.poll(() => app.windowCount()).toBe(1);
  }
  await item.click(strings.tray.quit);
  expect(await app.exited).toBe(0);
  expect(notifications.shown).toEqual([strings.closeNotice.title]);
});

test('quitting with the window open shows no notice', async ({
  trayHost,
  notifications,
  startApp,
}) => {
  const app = await startApp();
  const item = await trayHost.nextItem();
  await app.window();
  await item.click(strings.tray.quit);
  expect(await app.exited).toBe(0);
  expect(notifications.shown).toEqual([]);
});

test('with a tray, closing quits when the streamer wants that', async ({
  trayHost,
  startApp,
  userDataDir,
}) => {
  const app = await startApp();
  await trayHost.nextItem();
  const page = await app.window();
  const client = await Client.join(app.socketUrl);
  const closed = client.closed();
  await page.getByRole('checkbox', { name: strings.window.closeToTray }).click();
  const file = join(userDataDir, 'settings.json');
  const saved = (): Promise<string> => readFile(file, 'utf8').catch(() => '');
  await expect.poll(saved).toMatch(/"closeToTray":\s*false/);
  await app.closeWindow();
  expect(await closed).toBe(1001);
  expect(await app.exited).toBe(0);
});

test('without a tray, closing the window quits', async ({ startApp }) => {
  const app = await startApp();
  await app.window();
  const client = await Client.join(app.socketUrl);
  const closed = client.closed();
  await app.closeWindow();
  expect(await closed).toBe(1001);
  expect(await app.exited).toBe(0);
});
