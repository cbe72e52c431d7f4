/** What a page's main thread does for each frame, from the browser's own trace. */
import { setTimeout as sleep } from 'node:timers/promises';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

/**
 * @typedef {object} Frames
 * @property {number} fps
 * @property {number[]} wall milliseconds of each frame
 * @property {number[]} cpu the same without the time in which others had the core
 */

/**
 * Everything counts: the page's scripts, garbage collection, style, layout, and the hand-over of the
 * picture to the compositor. A frame begins with its animation callbacks and ends with the next one.
 * @param {import('@playwright/test').CDPSession} devtools
 * @param {number} milliseconds
 * @returns {Promise<Frames>}
 */
export async function traceFrames(devtools, milliseconds) {
  /** @type {any[]} */
  const events = [];
  const collect = (/** @type {{ value: object[] }} */ { value }) => void events.push(...value);
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await sleep(milliseconds);
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  return framesOf(events);
}

/** @param {readonly any[]} events @returns {Frames} */
function framesOf(events) {
  // One frame may run several callbacks: their tasks are counted once.
  const first = events.find(({ name }) => name === 'FireAnimationFrame');
  const isOurs = (/** @type {any} */ { pid, tid }) => pid === first?.pid && tid === first?.tid;
  const ours = events.filter(isOurs).sort((one, other) => one.ts - other.ts);
  const tasks = ours.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const callbacks = ours.filter(({ name }) => name === 'FireAnimationFrame');
  /** @type {Frames} */
  const frames = { fps: 0, wall: [], cpu: [] };
  let next = 0;
  for (const { ts, dur, tdur } of tasks) {
    let begins = false;
    for (; (callbacks[next]?.ts ?? Number.POSITIVE_INFINITY) < ts + dur; next += 1) begins = true;
    if (begins) {
      frames.wall.push(0);
      frames.cpu.push(0);
    }
    const last = frames.wall.length - 1;
    if (last < 0) continue;
    frames.wall[last] += dur / 1000;
    frames.cpu[last] += (tdur ?? dur) / 1000;
  }
  // The last one is cut short by the end of the trace.
  frames.wall.pop();
  frames.cpu.pop();
  const elapsed = (callbacks.at(-1)?.ts ?? 0) - (callbacks[0]?.ts ?? 0);
  return { ...frames, fps: (frames.wall.length / elapsed) * 1_000_000 };
}
