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
/** Pixels at 1280×720: seventeen letters of 16 pixels, what is around them, and a trail. */
const WIDEST = 420;
const HIGHEST = 300;
/** Each speaks once, and goes. */
const MEMBERS = 30;
/** Milliseconds. */
const HANG = 100;

/** The longest that the page has not answered for, in milliseconds. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { tasks } = window as unknown as { tasks: number[] };
    return Math.max(0, ...tasks.splice(0));
  });
}

/** Whether anything is said: looked up without keeping the page from its work for long. */
function hasWords(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const canvas = document.getElementById('words') as HTMLCanvasElement;
    const { width, height } = canvas;
    const image = canvas.getContext('2d')?.getImageData(0, 0, width, height);
    return image ? new Uint32Array(image.data.buffer).some((pixel) => pixel !== 0) : false;
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
  const members = inventMembers(MEMBERS, 'dnd').map((member, index) => ({
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
  await expect(page.locator('html')).toHaveAttribute('data-members', String(MEMBERS));
  await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(0);
  let silent = MEMBERS;
  /** Milliseconds that the page takes at most to show what somebody says. */
  const sayAndGo = async (text: string): Promise<number> => {
    const uid = String(9000 + MEMBERS - silent);
    silent -= 1;
    await longestTask(page);
    server.say(uid, text, 'c');
    await expect.poll(() => hasWords(page)).toBe(true);
    const { frames } = await figures(page);
    await expect.poll(async () => (await figures(page)).frames).toBeGreaterThan(frames + 8);
    const took = await longestTask(page);
    const { count, left, right, top, bottom } = await painted(page, 'words');
    expect(count).toBeGreaterThan(500);
    expect(right - left).toBeLessThan(WIDEST);
    expect(bottom - top).toBeLessThan(HIGHEST);
    server.send({ type: 'presence', server: '1', data: { uid, status: 'dnd', delete: true } });
    await expect.poll(() => hasWords(page)).toBe(false);
    return took;
  };
  // The first words of all load the fonts.
  await sayAndGo('hello');
  for (const [what, text] of Object.entries(TEXTS)) {
    let took = await sayAndGo(text);
    // The machine may have been busy; a text that hangs the page does so each time.
    for (let again = 0; again < 2 && took >= HANG; again += 1) took = await sayAndGo(text);
    expect(took, what).toBeLessThan(HANG);
  }
  for (const message of [{ toString: null, valueOf: null }, null, 1]) {
    server.send({ type: 'error', data: { message } });
  }
  await expect(page.locator('html')).toHaveAttribute('data-members', String(silent));
  expect(complaints).toEqual([]);
  server.stop();
});
