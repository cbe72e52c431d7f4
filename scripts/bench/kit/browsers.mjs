/** The browsers that show a page: Debian's Chromium and Electron, without help of a graphics card. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium as playwright } from '@playwright/test';
import { chromium } from '../../setup/chromium.mjs';
import { electronRuntime } from '../../setup/electron-runtime.mjs';
import { atEnd, ending } from '../../setup/lifetime.mjs';
import { privateDesktop } from './desktop.mjs';
import { launch } from './processes.mjs';

const APP = resolve(import.meta.dirname, '../clients/page-window.mjs');
/** As OBS draws without hardware acceleration; nothing may look for a network either. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** @typedef {() => Promise<Opened>} OpenBrowser */
/** @typedef {Awaited<ReturnType<typeof open>>} Opened */

/**
 * @param {{ width: number, height: number }} size
 * @returns {Promise<Record<string, OpenBrowser>>}
 */
export async function browsers(size) {
  const { executable } = await electronRuntime();
  const env = { ...(await privateDesktop()), BENCH_SIZE: `${size.width}x${size.height}` };
  const headless = ['--headless=new', `--window-size=${size.width},${size.height}`];
  return {
    Chromium: () => open([chromium() ?? '', ...SWITCHES, ...headless], ['about:blank'], env, size),
    Electron: () => open([executable, ...SWITCHES], [APP], env, size),
  };
}

/**
 * @param {readonly string[]} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ width: number, height: number }} size
 */
async function open(command, args, env, size) {
  const dir = await mkdtemp(join(tmpdir(), 'd-back-bench-'));
  atEnd(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  const program = launch([...command, `--user-data-dir=${dir}`, ...args], { env, ipc: false });
  const browser = await playwright.connectOverCDP(await addressOf(program));
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.setViewportSize(size);
  return {
    page,
    pid: program.pid,
    devtools: await context.newCDPSession(page),
    async close() {
      await browser.close();
      await program.end();
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param {import('./processes.mjs').Child} program */
async function addressOf({ child, errors }) {
  for await (const line of createInterface({ input: /** @type {any} */ (child.stderr) })) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  ending.throwIfAborted();
  throw new Error(`The browser ended before it could be driven.\n${errors()}`);
}
