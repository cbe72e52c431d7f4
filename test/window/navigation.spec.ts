/** The pages of the window, and what stays where it was behind them. */
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/dashboard-page.ts';

const { pages, log, community } = strings.window;

test('every page is reached by keyboard, and the current one is marked', async ({
  openDashboard,
}) => {
  const { page } = await openDashboard();
  const navigation = page.getByRole('navigation', { name: pages.label });
  const stage = navigation.getByRole('button', { name: pages.stage });
  await expect(stage).toHaveAttribute('aria-current', 'page');
  await stage.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const target = navigation.getByRole('button', { name: pages.community });
  await expect(target).toBeFocused();
  await expect(target).toHaveAttribute('aria-current', 'page');
  await expect(stage).not.toHaveAttribute('aria-current');
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('main', { name: pages.community })).toBeVisible();
  // The first control behind the navigation is the page's, not one of the hidden stage.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: community.choice.none.title })).toBeFocused();
});

test('behind another page the preview stays loaded and the log keeps its place', async ({
  openDashboard,
}) => {
  const { page, tell } = await openDashboard();
  await tell(
    ...Array.from({ length: 300 }, (_, index) => ({
      ...({ kind: 'message', what: 'said', guild: 'G', name: 'N' } as const),
      text: `line ${index}`,
    })),
  );
  await expect(page.getByText('line 299')).toBeVisible();
  const lines = page.getByRole('region', { name: log.title }).locator('.scroller');
  const place = () => lines.evaluate((list) => list.scrollTop);
  await lines.hover();
  await page.mouse.wheel(0, -3000);
  await expect(page.getByText('line 299')).toBeHidden();
  const before = await place();
  const loads: string[] = [];
  page.on('framenavigated', (frame) => loads.push(frame.url()));

  await page.getByRole('button', { name: pages.community }).click();
  await expect(lines).toBeHidden();
  await page.getByRole('button', { name: pages.stage }).click();
  await expect(lines).toBeVisible();
  expect(await place()).toBe(before);
  expect(loads).toEqual([]);
});

test('the line about the source leads to the page where it is mended', async ({
  openDashboard,
}) => {
  const problem = { code: 'bot-bad-token', detail: '' } as const;
  const source = { kind: 'bot', condition: 'refused', problem } as const;
  const { page } = await openDashboard({ source });
  await page.getByRole('button', { name: 'bot · needs your attention' }).click();
  await expect(page.getByRole('main', { name: pages.community })).toBeVisible();
});
