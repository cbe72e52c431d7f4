/** The overlay page gets into a protected guild with the key in its address, and shows it to nobody. */
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, PAGES_DIR, test } from '../fixtures/overlay-page.ts';

test('a page with a key joins, hides the key, and still has it after a reload', async ({
  startCore,
  page,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ pagesDir: PAGES_DIR, configuredSource: () => source });
  const keyId = await core.commands.createViewKey('Gaming scene', ['1003']);
  const key = await core.commands.revealViewKey(keyId);
  const html = page.locator('html');
  await page.goto(core.overlayUrl('1003', key) ?? '');
  await expect(html).toHaveAttribute('data-guild', '1003');
  expect(page.url()).toBe(`${core.url}/?s=gamma`);
  await page.reload();
  await expect(html).toHaveAttribute('data-guild', '1003');

  const stranger = await page.context().newPage();
  await stranger.goto(core.overlayUrl('1003') ?? '');
  await expect(stranger.locator('html')).toHaveAttribute('data-link', 'waiting');
  await expect(stranger.locator('html')).not.toHaveAttribute('data-guild', '1003');
});
