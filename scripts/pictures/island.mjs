/** Films the overlay page as it runs in a browser. */
import { writeFile } from 'node:fs/promises';
import { chromium as browsers } from '@playwright/test';
import { chromium } from '../setup/chromium.mjs';
import { encodeGif } from './gif.mjs';

const SIZE = { width: 720, height: 420 };
/** Milliseconds from frame to frame; GIF counts in hundredths of a second. */
const DELAY = 80;
const FRAMES = 100;
/** What the overlay is laid over: a game at night. */
const BACKDROP = '#161c26';
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/**
 * @param {string} url of the overlay
 * @param {string} file
 */
export async function filmIsland(url, file) {
  const browser = await browsers.launch({ executablePath: chromium() ?? '', args: SWITCHES });
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(url);
  await page.waitForSelector('html[data-link="live"]');
  const frames = await page.evaluate(film, { ...SIZE, delay: DELAY, count: FRAMES, BACKDROP });
  await browser.close();
  const pixels = frames.map((frame) => new Uint8Array(Buffer.from(frame, 'base64')));
  await writeFile(file, encodeGif(pixels, { ...SIZE, delay: DELAY }));
}

/**
 * Runs in the page: what both canvases show, again and again.
 * @param {{ width: number, height: number, delay: number, count: number, BACKDROP: string }} film
 * @returns {Promise<string[]>} RGBA pixels, in base64
 */
async function film({ width, height, delay, count, BACKDROP }) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext('2d', { willReadFrequently: true })
  );
  context.imageSmoothingEnabled = false;
  /** @type {string[]} */
  const frames = [];
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = start + index * delay;
    while (performance.now() < due) await new Promise(requestAnimationFrame);
    context.fillStyle = BACKDROP;
    context.fillRect(0, 0, width, height);
    for (const layer of document.querySelectorAll('canvas')) {
      const { width: across, height: down } = layer.getBoundingClientRect();
      context.drawImage(layer, 0, 0, across, down);
    }
    const { data } = context.getImageData(0, 0, width, height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) {
      text += String.fromCharCode(...data.subarray(at, at + 8192));
    }
    frames.push(btoa(text));
  }
  return frames;
}
