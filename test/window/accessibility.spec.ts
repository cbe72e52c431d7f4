/** Every page in every state, in both themes: no serious finding, and room for everything. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/dashboard-page.ts';
import { COMMUNITY_STATES, GUILDS } from '../fixtures/dashboard-states.ts';

const { pages } = strings.window;

/** Those that differ in more than their words. */
const DISTINCT: readonly string[] = [
  ...['not connected', 'relay, waiting and stale', 'relay, refused', 'ingest, live'],
  ...['relay, hidden by a rehearsal', 'script, broken', 'bot, no token', 'bot, live'],
];

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the stage, ${colorScheme}`, async ({ openDashboard, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { tell } = await openDashboard({ guilds: GUILDS });
    await tell({ kind: 'server', what: 'failed', message: 'gone' });
    expect(await findings(page)).toEqual([]);
  });

  test(`the community page, ${colorScheme}`, async ({ openDashboard, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { set } = await openDashboard();
    await page.getByRole('button', { name: pages.community }).click();
    for (const name of DISTINCT) {
      await set(COMMUNITY_STATES[name]?.() ?? {});
      await expect(page.getByRole('main')).toBeVisible();
      expect(await findings(page), name).toEqual([]);
    }
  });
}

for (const [width, height] of [
  [900, 600],
  [3840, 2160],
] as const) {
  test(`nothing is cut off at ${width}×${height}`, async ({ openDashboard, page }) => {
    await page.setViewportSize({ width, height });
    const { set } = await openDashboard({ guilds: GUILDS });
    expect(await page.evaluate(tooWide), 'stage').toEqual([]);
    await page.getByRole('button', { name: pages.community }).click();
    for (const [name, state] of Object.entries(COMMUNITY_STATES)) {
      await set(state());
      await expect(page.getByRole('main')).toBeVisible();
      expect(await page.evaluate(tooWide), name).toEqual([]);
    }
  });
}

/** Runs in the page: what is wider than its place, unless it says itself that it may be cut short. */
function tooWide(): string[] {
  const shown = document.querySelectorAll('.header, main:not([data-shown="false"])');
  return Array.from(shown)
    .flatMap((part) => [part, ...part.querySelectorAll('*')])
    .filter((element) => {
      const { display, textOverflow } = getComputedStyle(element);
      if (textOverflow === 'ellipsis' || display === 'inline') return false;
      // A pixel wide is what only screen readers read.
      if (element.matches('option, iframe, .visually-hidden') || element.clientWidth <= 1)
        return false;
      return element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.outerHTML.slice(0, 120));
}
