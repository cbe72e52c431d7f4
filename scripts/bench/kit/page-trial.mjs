/** One page in one browser before a community of a given size: how soon, how smooth, at what cost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from '../../setup/lifetime.mjs';
import { processorShare } from './cpu.mjs';
import { traceFrames } from './main-thread.mjs';
import { installReadyProbe } from './ready-probe.mjs';
import { median, percentile } from './stats.mjs';

/** Loads of which the median counts. */
const LOADS = 3;
/** Milliseconds until a page must be ready. */
const PATIENCE = 60_000;
/** Seconds after which the heap is looked at for the first time, and of looking at frames. */
const EARLY = 10;
const WATCHED = 10;
/** Milliseconds until what was under way is over, and of looking at who does nothing. */
const SETTLE = 4_000;
const LOOK = 10_000;

/**
 * @param {import('./browsers.mjs').Opened} browser
 * @param {string} url
 * @param {{ members: number, seconds: number, rest: () => Promise<unknown> }} community
 * @returns {Promise<Record<string, number>>} the numbers of one row
 */
export async function pageTrial(browser, url, { members, seconds, rest }) {
  const { page, devtools, pid } = browser;
  await page.addInitScript(installReadyProbe);
  /** @type {number[]} */
  const loads = [];
  for (let load = 0; load < LOADS; load += 1) loads.push(await open(page, url, members));

  await pause(Math.min(EARLY, seconds) * 1000);
  const early = await heap(devtools);
  const before = await figures(page);
  const { fps, wall, cpu } = await traceFrames(devtools, WATCHED * 1000);
  const after = await figures(page);
  await pause(Math.max(0, seconds - EARLY - WATCHED) * 1000);
  const late = await heap(devtools);

  await setVisible(page, false);
  await pause(SETTLE);
  const hidden = await processorShare(pid, LOOK);
  await rest();
  await open(page, url, members);
  await pause(SETTLE);
  const still = await processorShare(pid, LOOK);
  return {
    'ready ms': median(loads),
    fps,
    ...(before && after
      ? { speed: (after.island - before.island) / (after.now - before.now) }
      : {}),
    'main ms p50': percentile(wall, 0.5),
    'main ms p99': percentile(wall, 0.99),
    'its CPU p50': percentile(cpu, 0.5),
    'still % of a core': still,
    'hidden % of a core': hidden,
    'heap MB early': early.heap,
    'heap MB late': late.heap,
    'buffers MB': late.buffers,
  };
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} url
 * @param {number} members
 * @returns {Promise<number>} milliseconds from the navigation to the first whole picture
 */
async function open(page, url, members) {
  await page.goto(url);
  const ready = () => /** @type {any} */ (window).readyProbe.ready;
  await page.waitForFunction(ready, undefined, { timeout: PATIENCE });
  const present = await page.evaluate(() => /** @type {any} */ (window).overlay?.members);
  if ((present ?? members) !== members) throw new Error(`${present} of ${members} are drawn.`);
  return page.evaluate(ready);
}

/** Seconds of the island and of the page; null for a page that does not tell. */
/** @param {import('@playwright/test').Page} page */
function figures(page) {
  return page.evaluate(() => {
    const { overlay } = /** @type {any} */ (window);
    return overlay ? { island: overlay.seconds, now: performance.now() / 1000 } : null;
  });
}

/** What is in use, once nothing is left to be collected, and the buffers that hold pixels. */
/** @param {import('@playwright/test').CDPSession} devtools */
async function heap(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  return { heap: usedSize / 2 ** 20, buffers: backingStorageSize / 2 ** 20 };
}

/** As OBS tells that a source is shown or not. */
/** @param {import('@playwright/test').Page} page @param {boolean} visible */
function setVisible(page, visible) {
  return page.evaluate(
    (detail) => window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail })),
    { visible },
  );
}

/** @param {number} milliseconds */
async function pause(milliseconds) {
  await sleep(milliseconds, undefined, { signal: ending }).catch(() => ending.throwIfAborted());
}
