/** Another program has the port: the window says so and offers two ways out. */
import type { Page } from '@playwright/test';
import { strings } from '../../shared/strings/index.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';
import { freePort, holdPort, letGo } from '../fixtures/free-port.ts';

const words = strings.window;

const button = (page: Page, name: string) => page.getByRole('button', { name });

test('trying again works once the port is free', async ({ trayHost, startApp }) => {
  const port = await freePort();
  const other = await holdPort(port);
  const app = await startApp({ port });
  const item = await trayHost.nextItem();
  const page = await app.window();
  const heading = page.getByRole('heading', { name: words.serverFailed.portTaken(port) });
  await expect(heading).toBeVisible();
  await expect(button(page, words.copyOverlayUrl)).toBeDisabled();
  await expect.poll(() => item.tooltip()).toBe(strings.tray.tooltip(strings.tray.serverFailed));
  await expect.poll(() => item.menu()).toContain(`(${strings.tray.openOverlay})`);
  const trouble = await item.icon();

  await button(page, words.serverFailed.tryAgain).click();
  await expect(page.getByText('The overlay server could not start')).toHaveCount(2);
  await expect(heading).toBeVisible();
  await letGo(other);
  await button(page, words.serverFailed.tryAgain).click();
  await expect(heading).toBeHidden();
  await expect(page.getByRole('region', { name: words.address.label })).toContainText(app.url);
  await expect.poll(() => item.icon()).not.toBe(trouble);
  await Client.join(app.socketUrl);
});

test('the next free port is taken, shown and copied', async ({ startApp }) => {
  const port = await freePort();
  const other = await holdPort(port);
  const app = await startApp({ port });
  const page = await app.window();
  await button(page, words.serverFailed.useNextFree).click();
  const address = page.getByRole('region', { name: words.address.label });
  await expect(address).toContainText('http://127.0.0.1:');
  await button(page, words.copyOverlayUrl).click();
  await expect.poll(() => app.clipboard()).toContain('/?s=dworld');
  const url = new URL(await app.clipboard());
  expect(Number(url.port)).toBeGreaterThan(port);
  await expect(address).toContainText(url.origin);
  await Client.join(`ws://${url.host}`);
  await letGo(other);
});
