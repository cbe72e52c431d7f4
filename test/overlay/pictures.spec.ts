/** Reference pictures: what the overlay looked like when somebody last looked and was content. */
import { THEMES } from '../../renderer/overlay/draw/art/art.ts';
import { expect, figures, inventMembers, test } from '../fixtures/overlay-page.ts';

/** Lettering differs a little from machine to machine; everything else is painted pixel by pixel. */
const SAME = { maxDiffPixels: 20, threshold: 0.02 };
const LETTERED = { maxDiffPixelRatio: 0.01, threshold: 0.2 };
const BACKDROP = 'bg=1b232d';

for (const theme of THEMES) {
  test(`the theme ${theme}`, async ({ show }) => {
    const members = inventMembers(40);
    const { page } = await show({
      query: `still=1&seed=7&time=12&theme=${theme}&${BACKDROP}`,
      members,
    });
    await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
    await expect(page).toHaveScreenshot(`theme-${theme}.png`, SAME);
  });
}

for (const hour of [6, 20, 0]) {
  test(`the meadow at ${hour} o'clock`, async ({ show }) => {
    const query = `still=1&seed=7&time=${hour}&${BACKDROP}`;
    const { page } = await show({ query, members: inventMembers(40) });
    await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
    await expect(page).toHaveScreenshot(`hour-${hour}.png`, SAME);
  });
}

for (const count of [10, 100, 1000]) {
  test(`${count} members`, async ({ show }) => {
    const query = `still=1&seed=7&time=12&${BACKDROP}`;
    const { page } = await show({ query, members: inventMembers(count) });
    await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
    await expect(page).toHaveScreenshot(`members-${count}.png`, SAME);
  });
}

const NOON = Date.UTC(2026, 6, 1, 12);
const SCRIPTS: readonly (readonly [string, string])[] = [
  ['Latin', 'Wer hat mein Blumenbeet verschoben? Größe ändert nichts.'],
  ['Cyrillic', 'Съешь ещё этих мягких французских булок'],
  ['Arabic', 'مرحبا بكم جميعا، كيف حالكم اليوم؟ gg'],
  ['Hebrew', 'שלום לכולם, מה נשמע?'],
  ['Chinese', '今天的直播真好看，大家晚上好！'],
  ['emoji', 'clip it! 👏🏽 😄 🏳️‍🌈'],
];

test('chat in six scripts', async ({ show }) => {
  const { page, say, caughtUp } = await show({
    query: `seed=7&time=12&${BACKDROP}`,
    members: inventMembers(24, 'dnd'),
    async prepare(page) {
      await page.clock.install({ time: NOON });
      await page.clock.pauseAt(NOON + 1000);
    },
  });
  SCRIPTS.forEach(([script, text], index) => {
    say(String(9000 + index * 4), text, script);
  });
  await caughtUp();
  await page.clock.runFor(2_300);
  await expect(page).toHaveScreenshot('six-scripts.png', LETTERED);
});
