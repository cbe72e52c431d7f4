/** The built overlay page in a real browser, against the real server. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, test } from '../fixtures/browser.ts';

const PAGES_DIR = fileURLToPath(new URL('../../out/renderer', import.meta.url));
const patient = { timeout: 15_000 };

const html = (page: Page) => page.locator('html');

/** How many pixels of the canvases are painted. */
const paintedPixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let painted = 0;
    for (const canvas of document.querySelectorAll('canvas')) {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      for (let i = 3; i < pixels.length; i += 4) if (pixels[i]) painted += 1;
    }
    return painted;
  });

test('shows the community on a transparent page, silently and within its policy', async ({
  startCore,
  page,
}) => {
  const core = await startCore({ pagesDir: PAGES_DIR });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(core.overlayUrl(null) ?? '');
  await expect(html(page)).toHaveAttribute('data-link', 'live', patient);
  await expect(html(page)).toHaveAttribute('data-members', '4');
  await expect.poll(() => paintedPixels(page)).toBeGreaterThan(5_000);
  const background = await page.evaluate(() =>
    [document.documentElement, document.body].map((e) => getComputedStyle(e).backgroundColor),
  );
  expect(background).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  expect(complaints).toEqual([]);
});

test('follows members, mock mode and back without a reload', async ({ startCore, page }) => {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ pagesDir: PAGES_DIR, configuredSource: () => source });
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.goto(core.overlayUrl('1001') ?? '');
  await expect(html(page)).toHaveAttribute('data-members', '2', patient);
  source.sink.presence('1001', { uid: '9', username: 'Zoe', status: 'online' });
  await expect(html(page)).toHaveAttribute('data-members', '3');
  source.sink.presence('1001', { uid: '9', status: 'offline', delete: true });
  await expect(html(page)).toHaveAttribute('data-members', '2');
  core.commands.changeSetting('mock.enabled', true);
  await expect(html(page)).toHaveAttribute('data-members', '4');
  core.commands.changeSetting('mock.enabled', false);
  await expect(html(page)).toHaveAttribute('data-members', '2');
  expect(loads).toBe(1);
});

test('comes back by itself when the server does', async ({ startCore, page }) => {
  const core = await startCore({ pagesDir: PAGES_DIR });
  await page.goto(core.overlayUrl(null) ?? '');
  await expect(html(page)).toHaveAttribute('data-link', 'live', patient);
  await core.stop();
  await expect(html(page)).not.toHaveAttribute('data-link', 'live', patient);
  await startCore({ pagesDir: PAGES_DIR, settings: { 'server.port': core.port } });
  await expect(html(page)).toHaveAttribute('data-link', 'live', patient);
  await expect(html(page)).toHaveAttribute('data-members', '4');
});

test('hostile names and messages are drawn as text and hang nothing', async ({
  startCore,
  page,
}) => {
  const source = createFakeSource((sink) => {
    sink.servers([{ guildId: '1', id: 'a', name: '<img src=x>' }]);
    sink.users('1', [
      { uid: '__proto__', username: '<img src=x onerror="document.title=1">', status: 'online' },
      { uid: '2', username: '\u202e\u200b', status: 'online' },
    ]);
  });
  const core = await startCore({ pagesDir: PAGES_DIR, configuredSource: () => source });
  await page.goto(core.overlayUrl(null) ?? '');
  await expect(html(page)).toHaveAttribute('data-members', '2', patient);
  const title = await page.title();
  for (const message of [
    '<script>document.title=2</script>',
    'e\u0301'.repeat(50_000),
    '\u202eabc',
  ]) {
    source.sink.message('1', { uid: '2', message, channel: '9' });
  }
  source.sink.presence('1', { uid: '3', username: 'After', status: 'online' });
  await expect(html(page)).toHaveAttribute('data-members', '3');
  expect(await page.title()).toBe(title);
  await expect(page.locator('img, script:not([src])')).toHaveCount(0);
});
