/** A window whose page crashes or reloads comes back; the overlays do not notice. */
import { strings } from '../../shared/strings/index.ts';
import type { App } from '../fixtures/app.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';

/** What the page shows now, asked of Electron: Playwright has given up on a crashed page. */
async function shownText(app: App): Promise<string> {
  return app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isLoading()) return 'loading';
    if (contents.isCrashed()) return 'crashed';
    return contents.executeJavaScript('document.body.innerText');
  });
}

async function crash(app: App): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
}

test('a crashed page is loaded again, three times a minute, then on demand', async ({
  trayHost,
  startApp,
}) => {
  const app = await startApp();
  const item = await trayHost.nextItem();
  await app.window();
  const client = await Client.join(app.socketUrl);
  for (let times = 0; times < 3; times++) {
    await crash(app);
    await expect.poll(() => shownText(app)).toContain(app.url);
  }
  await crash(app);
  await client.settle();
  expect(await shownText(app)).toBe('crashed');
  await item.click(strings.tray.openDashboard);
  await expect.poll(() => shownText(app)).toContain(app.url);
  await client.settle();
});

test('a reloaded page gets a fresh snapshot and goes on following', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  await Client.join(app.socketUrl);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  const rows = page.getByRole('region', { name: strings.window.clients.title }).getByRole('row');
  // The head, the client and the preview.
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows).toHaveCount(3);
  await Client.join(app.socketUrl);
  await expect(rows).toHaveCount(4);
  expect(complaints).toEqual([]);
});
