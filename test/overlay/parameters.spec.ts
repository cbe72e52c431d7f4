/** Every parameter of the page's address does in the browser what it promises. */
import { THEMES } from '../../renderer/overlay/draw/art/art.ts';
import {
  expect,
  figures,
  inventMembers,
  type Painted,
  painted,
  type ShowOptions,
  test,
} from '../fixtures/overlay-page.ts';

/** Nothing but the parameter in question is different. */
const STILL = 'still=1&seed=5&time=12';

test('seed: the island of another seed is another', async ({ show }) => {
  const islands = await pictures(show, ['seed=5', 'seed=5', 'seed=6']);
  expect(islands[0]).toEqual(islands[1]);
  expect(islands[0]?.hash).not.toBe(islands[2]?.hash);
});

test('theme: each looks different', async ({ show }) => {
  const themes = await pictures(
    show,
    THEMES.map((theme) => `theme=${theme}`),
  );
  expect(new Set(themes.map(({ hash }) => hash)).size).toBe(THEMES.length);
});

test('time: a night is darker than a day', async ({ show }) => {
  const [noon, midnight] = await pictures(show, ['time=12', 'time=0']);
  expect(midnight?.lightness).toBeLessThan((noon?.lightness ?? 0) * 0.8);
});

test('zoom: larger pixels, and an island that is cut off', async ({ show }) => {
  const [one, eight] = await pictures(show, ['zoom=1', 'zoom=8']);
  expect([one?.width, one?.height]).toEqual([1280, 720]);
  expect([eight?.width, eight?.height]).toEqual([160, 90]);
  expect(eight?.left).toBe(0);
});

test('x and y: the island stands elsewhere', async ({ show }) => {
  const [left, right, low] = await pictures(show, [
    'zoom=1&x=25',
    'zoom=1&x=75',
    'zoom=1&x=25&y=75',
  ]);
  expect((right?.left ?? 0) - (left?.left ?? 0)).toBeCloseTo(640, -1);
  expect((low?.bottom ?? 0) - (left?.bottom ?? 0)).toBeCloseTo(180, -1);
});

test('bg: a colour behind everything, and none by default', async ({ show }) => {
  const { page } = await show({ query: 'bg=336699' });
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await background()).toBe('rgb(51, 102, 153)');
});

test('hideOffline: who is offline is not there, and comes when he is back', async ({ show }) => {
  const members = [...inventMembers(3, 'online'), ...inventMembers(5, 'offline').slice(3)];
  const { page, source } = await show({ query: 'hideOffline=1', members });
  expect((await figures(page)).members).toBe(3);
  source.sink.presence('4242', { uid: '9003', status: 'online' });
  await expect.poll(async () => (await figures(page)).members).toBe(4);
  source.sink.presence('4242', { uid: '9003', status: 'offline' });
  await expect.poll(async () => (await figures(page)).members).toBe(3);
});

test('max: no more than so many', async ({ show }) => {
  const { page } = await show({ query: 'max=5' });
  expect((await figures(page)).members).toBe(5);
});

test('fps: fewer pictures, and time as true as ever', async ({ show }) => {
  const { page } = await show({ query: 'fps=10', members: inventMembers(60, 'online') });
  const before = await figures(page);
  await page.waitForTimeout(2000);
  const after = await figures(page);
  const seconds = after.seconds - before.seconds;
  expect(seconds).toBeGreaterThan(1.5);
  expect((after.frames - before.frames) / seconds).toBeLessThan(11);
  expect((after.frames - before.frames) / seconds).toBeGreaterThan(3);
});

test('names: never, while speaking, always', async ({ show }) => {
  const words = async (query: string): Promise<Painted> => {
    const { page, caughtUp } = await show({ query: `${query}&time=12` });
    await caughtUp();
    await page.waitForTimeout(300);
    return painted(page, 'words');
  };
  expect((await words('names=never')).count).toBe(0);
  expect((await words('names=speaking')).count).toBe(0);
  expect((await words('names=always')).count).toBeGreaterThan(2000);
});

test('names: those of a crowd are drawn once, and not for each picture', async ({ show }) => {
  const { page } = await show({
    query: 'names=always&time=12',
    members: inventMembers(700, 'online'),
    async prepare(page) {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.addInitScript(() => {
        const create = document.createElement.bind(document);
        const count = { made: 0 };
        document.createElement = ((name: string) => {
          count.made += 1;
          return create(name);
        }) as typeof document.createElement;
        Object.assign(window, { count });
      });
    },
  });
  const made = () =>
    page.evaluate(() => (window as unknown as { count: { made: number } }).count.made);
  await expect.poll(made).toBeGreaterThan(700);
  const [before, { frames }] = [await made(), await figures(page)];
  await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(frames + 5);
  expect((await made()) - before).toBeLessThan(100);
});

test('names: the one under the pointer', async ({ show }) => {
  const { page } = await show({ query: 'names=hover&zoom=6', members: inventMembers(1, 'dnd') });
  expect((await painted(page, 'words')).count).toBe(0);
  const isTagged = async (): Promise<boolean> => (await painted(page, 'words')).count > 0;
  // Somewhere on the island somebody sits.
  for (let y = 60; y < 720 && !(await isTagged()); y += 40) {
    for (let x = 100; x < 1200 && !(await isTagged()); x += 60) await page.mouse.move(x, y);
  }
  expect(await isTagged()).toBe(true);
  await page.mouse.move(2, 2);
  await expect.poll(isTagged).toBe(false);
});

test('bubbles: none, and text: dots instead of words', async ({ show }) => {
  const wordsOf = async (query: string, message: string): Promise<Painted> => {
    const overlay = await show({
      query: `${query}&time=12&seed=5`,
      members: inventMembers(1, 'dnd'),
    });
    overlay.say('9000', message);
    await overlay.caughtUp();
    await overlay.page.waitForTimeout(1500);
    return painted(overlay.page, 'words');
  };
  const long = 'a rather long sentence about nothing in particular';
  expect((await wordsOf('bubbles=0&names=never', long)).count).toBe(0);
  const [words, dots, otherDots] = [
    await wordsOf('names=never', long),
    await wordsOf('text=0&names=never', long),
    await wordsOf('text=0&names=never', 'short'),
  ];
  const widthOf = ({ left, right }: Painted): number => right - left;
  expect(widthOf(words)).toBeGreaterThan(2 * widthOf(dots));
  expect(widthOf(otherDots)).toBe(widthOf(dots));
});

test('s: the server asked for is shown', async ({ show }) => {
  const { page } = await show({ query: 's=g' });
  await expect(page.locator('html')).toHaveAttribute('data-guild', '4242');
});

test('key: goes with the link', async ({ show }) => {
  const { page, url } = await show();
  const upgrade = page.waitForEvent('websocket');
  await page.goto(`${url}&key=secret-1`);
  expect((await upgrade).url()).not.toContain('secret-1');
  await expect(page.locator('html')).toHaveAttribute('data-link', 'live');
  expect(page.url()).not.toContain('secret-1');
});

test('socketURL: another path of the same host', async ({ show }) => {
  const { page, url } = await show();
  const opened = page.waitForEvent('websocket');
  const { host } = new URL(url);
  await page.goto(`${url}&socketURL=${encodeURIComponent(`ws://${host}/ws`)}`);
  expect(new URL((await opened).url()).pathname).toBe('/ws');
  await expect(page.locator('html')).toHaveAttribute('data-members', '12');
});

test('still: one picture, and no link any more', async ({ show }) => {
  const { page } = await show({ query: 'still=1' });
  await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
  const { frames } = await figures(page);
  await page.waitForTimeout(1000);
  expect((await figures(page)).frames).toBe(frames);
});

async function pictures(
  show: (options: ShowOptions) => Promise<{ page: import('@playwright/test').Page }>,
  queries: readonly string[],
): Promise<Painted[]> {
  const results: Painted[] = [];
  for (const query of queries) {
    const { page } = await show({ query: `${query}&${STILL}` });
    await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
    results.push(await painted(page, 'picture'));
  }
  return results;
}
