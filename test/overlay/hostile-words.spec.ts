/** What a server that sanitises nothing may say: it stays in its box, hangs no frame, and is silent. */
import type { Page } from '@playwright/test';
import { type ForeignServer, startForeignServer } from '../fixtures/foreign-server.ts';
import {
  expect,
  figures,
  inventMembers,
  PAGES_DIR,
  painted,
  test,
} from '../fixtures/overlay-page.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'a megabyte of words': 'word '.repeat(200_000),
  'a megabyte without a gap': 'x'.repeat(1_000_000),
  '5,000 combining marks': `e${'\u0301'.repeat(5_000)}`,
  'jamo that are one letter': '\u1100'.repeat(300_000),
  'a conjunct without end': '\u0915\u094d'.repeat(300_000),
  'a family without end': '👩\u200d'.repeat(300_000),
  'skin without end': `👍${'🏽'.repeat(300_000)}`,
  'signs wider than a word': '\ufdfd'.repeat(300),
  'halves of a pair': '\ud83d a \ude00',
};
/** Pixels at 1280×720: seventeen letters of 16 pixels and what is around them. */
const WIDEST = 320;
const HIGHEST = 140;
/** Milliseconds. */
const HANG = 100;

/** The longest that the page has not answered for, in milliseconds. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { tasks } = window as unknown as { tasks: number[] };
    return Math.max(0, ...tasks.splice(0));
  });
}

async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
    Object.assign(window, { tasks });
  });
}

test('whatever is said stays in its box, hangs nothing and is silent', async ({
  startCore,
  page,
}) => {
  const names = ['\u200b\u2060', '__proto__', '\u1100'.repeat(900), `a${'\u0301'.repeat(5_000)}`];
  const members = inventMembers(9, 'dnd').map((member, index) => ({
    ...member,
    username: names[index] ?? member.username,
  }));
  const server: ForeignServer = await startForeignServer(members);
  const core = await startCore({
    pagesDir: PAGES_DIR,
    settings: { 'overlay.socketHosts': [server.host] },
  });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await watchTasks(page);
  await page.goto(`${core.url}/?time=12&socketURL=${encodeURIComponent(`ws://${server.host}`)}`);
  await expect(page.locator('html')).toHaveAttribute('data-members', '9');
  await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
  const words = () => painted(page, 'words');
  for (const [index, [what, text]] of Object.entries(TEXTS).entries()) {
    const uid = String(9000 + index);
    const { frames } = await figures(page);
    await longestTask(page);
    server.say(uid, text, 'c');
    await expect.poll(async () => (await figures(page)).frames, what).toBeGreaterThan(frames + 8);
    expect(await longestTask(page), what).toBeLessThan(HANG);
    const { count, left, right, top, bottom } = await words();
    expect(count, what).toBeGreaterThan(500);
    expect(right - left, what).toBeLessThan(WIDEST);
    expect(bottom - top, what).toBeLessThan(HIGHEST);
    server.send({ type: 'presence', server: '1', data: { uid, status: 'idle', delete: true } });
    await expect.poll(async () => (await words()).count, what).toBe(0);
  }
  for (const message of [{ toString: null, valueOf: null }, null, 1]) {
    server.send({ type: 'error', data: { message } });
  }
  await expect(page.locator('html')).toHaveAttribute('data-members', '0');
  expect(complaints).toEqual([]);
  server.stop();
});
