/** The page in OBS: it tells how it is doing, and rests while nobody sees it. */
import { fileURLToPath } from 'node:url';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, test } from '../fixtures/browser.ts';

const PAGES_DIR = fileURLToPath(new URL('../../out/renderer', import.meta.url));
const patient = { timeout: 15_000 };

test('reports itself to the client list, and what OBS tells it', async ({ startCore, page }) => {
  const core = await startCore({ pagesDir: PAGES_DIR });
  await page.addInitScript(() => Object.assign(window, { obsstudio: { pluginVersion: '2.24.4' } }));
  await page.goto(core.overlayUrl(null) ?? '');
  const report = () => core.store.state.clients[0]?.report;
  const viewport = { width: 1280, height: 720 };
  await expect.poll(report, patient).toMatchObject({ viewport, density: 1, obs: '2.24.4' });
  const tell = (type: string, detail: object): Promise<boolean> =>
    page.evaluate(([type, detail]) => window.dispatchEvent(new CustomEvent(type, { detail })), [
      type,
      detail,
    ] as const);
  await tell('obsSourceVisibleChanged', { visible: true });
  await tell('obsSourceActiveChanged', { active: true });
  await expect.poll(report, patient).toMatchObject({ visible: true, active: true });
  await tell('obsSourceActiveChanged', { active: false });
  await expect.poll(report, patient).toMatchObject({ active: false });
  await page.setViewportSize({ width: 800, height: 600 });
  await expect.poll(report, patient).toMatchObject({ viewport: { width: 800, height: 600 } });
});

test('draws while it is shown, and not while it is hidden', async ({ startCore, page }) => {
  const core = await startCore({ pagesDir: PAGES_DIR });
  await page.addInitScript(() => {
    const count = { frames: 0 };
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (action) => {
      count.frames += 1;
      return ask(action);
    };
    Object.assign(window, { count });
  });
  await page.goto(core.overlayUrl(null) ?? '');
  await expect(page.locator('html')).toHaveAttribute('data-members', '4', patient);
  const frames = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { count: { frames: number } }).count.frames);
  const show = (visible: boolean): Promise<boolean> =>
    page.evaluate(
      (visible) =>
        window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } })),
      visible,
    );
  await show(false);
  const before = await frames();
  await page.waitForTimeout(8_000);
  expect(await frames()).toBe(before);
  await show(true);
  await expect.poll(frames, patient).toBeGreaterThan(before + 5);
});

test('connects to another server that the streamer allows, and to no other', async ({
  startCore,
  page,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const own = await startCore({ pagesDir: PAGES_DIR });
  const other = await startCore({
    configuredSource: () => source,
    settings: { 'server.allowedOrigins': [own.url] },
  });
  const url = `${own.url}/?s=alpha&socketURL=${encodeURIComponent(other.socketUrl)}`;
  const guild = page.locator('html[data-link="live"]');
  await page.goto(url);
  await expect(guild).toHaveAttribute('data-guild', '232769614004748288', patient);
  own.commands.changeSetting('overlay.socketHosts', [`127.0.0.1:${other.port}`]);
  await page.goto(url);
  await expect(guild).toHaveAttribute('data-guild', '1001', patient);
});
