/** The app with another overlay page than its own, such as a d-zone build. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/electron-app.ts';

test('the preview shows it, and the copied URL tells it where the WebSocket is', async ({
  startApp,
  dir,
}) => {
  const staticDir = join(dir, 'd-zone');
  await mkdir(staticDir);
  await writeFile(join(staticDir, 'index.html'), '<!doctype html><h1>Another overlay</h1>');
  const app = await startApp({ flags: ['--static-dir', staticDir] });
  const page = await app.window();
  const preview = page.frameLocator(`iframe[title="${strings.window.preview.frameTitle}"]`);
  await expect(preview.getByRole('heading')).toHaveText('Another overlay');
  await page.getByRole('button', { name: strings.window.copyOverlayUrl }).click();
  const socketUrl = encodeURIComponent(app.socketUrl);
  await expect.poll(() => app.clipboard()).toBe(`${app.url}/?s=dworld&socketURL=${socketUrl}`);
});

test('a folder that is missing is a notice, and our own overlay is shown', async ({
  startApp,
  dir,
}) => {
  const staticDir = join(dir, 'gone');
  const app = await startApp({ flags: ['--static-dir', staticDir] });
  const page = await app.window();
  const notices = page.getByRole('region', { name: strings.window.notices });
  await expect(notices).toContainText(strings.notice['static-dir-missing'].title);
  await expect(notices).toContainText(staticDir);
  const clients = page.getByRole('region', { name: strings.window.clients.title });
  await expect(clients).toContainText(strings.window.clients.app.preview);
});
