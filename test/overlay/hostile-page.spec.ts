/** What a page of another origin gets from our server in a real browser: nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { test as base, expect, type TestCore } from '../fixtures/core.ts';
import { type HostileSite, startHostileSite } from '../fixtures/hostile-site.ts';
import { chromiumPath } from '../fixtures/process.ts';

interface Fixtures {
  readonly browser: Browser;
  readonly site: HostileSite;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  browser: async ({}, use) => {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP evil.example 127.0.0.1',
      ],
    });
    await use(browser);
    await browser.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  site: async ({}, use) => {
    const site = await startHostileSite();
    await use(site);
    await site.stop();
  },
});

/** `opened` and how many frames came, or `refused`. */
function tryWebSocket(page: Page, url: string): Promise<string> {
  return page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.onmessage = ({ data }) => resolve(`heard ${data}`);
        socket.onopen = () => setTimeout(() => resolve('opened'), 1_000);
        socket.onerror = () => resolve('refused');
      }),
    url,
  );
}

function tryFetch(page: Page, url: string, mode: 'cors' | 'no-cors'): Promise<string> {
  return page.evaluate(
    async ([address, requestMode]) => {
      try {
        const response = await fetch(address, { mode: requestMode });
        return `${response.type} ${await response.text()}`;
      } catch {
        return 'refused';
      }
    },
    [url, mode] as const,
  );
}

function tryElement(page: Page, name: 'script' | 'img', url: string): Promise<string> {
  return page.evaluate(
    ([tag, address]) =>
      new Promise<string>((resolve) => {
        const element = Object.assign(document.createElement(tag), { src: address });
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        document.body.append(element);
      }),
    [name, url] as const,
  );
}

/** The title of the document in the frame, or `refused` when the browser shows its own page. */
async function tryFrame(page: Page, url: string): Promise<string> {
  const attached = page.waitForEvent('framenavigated', (frame) => frame !== page.mainFrame());
  await page.evaluate((address) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: address }));
  }, url);
  const frame = await attached;
  if (frame.url().startsWith('chrome-error:')) return 'refused';
  return `shows ${await frame.title()}`;
}

/** One red pixel, so that an image could be loaded if it were let. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

async function startWithImage(
  start: (options?: object) => Promise<TestCore>,
  dir: string,
): Promise<TestCore> {
  await start().then((core) => core.stop());
  await writeFile(join(dir, 'pages', 'assets', 'pixel.png'), Buffer.from(PNG, 'base64'));
  return start();
}

for (const host of ['127.0.0.1', 'evil.example']) {
  test(`a page from ${host} on another port gets nothing`, async ({
    startCore,
    dir,
    browser,
    site,
  }) => {
    const core = await startWithImage(startCore, dir);
    const page = await browser.newPage();
    await page.goto(`http://${host}:${site.port}/`);
    for (const name of ['127.0.0.1', 'localhost', 'evil.example']) {
      const authority = `${name}:${core.port}`;
      for (const path of ['/', '/ws?s=default']) {
        expect(await tryWebSocket(page, `ws://${authority}${path}`), authority).toBe('refused');
      }
      const url = `http://${authority}`;
      for (const path of ['/', '/api/status', '/assets/overlay-abc.js', '/nothing']) {
        expect(await tryFetch(page, url + path, 'cors'), url + path).toBe('refused');
        expect(await tryFetch(page, url + path, 'no-cors'), url + path).toBe('refused');
        expect(await tryElement(page, 'script', url + path), url + path).toBe('refused');
        expect(await tryFrame(page, url + path), url + path).toBe('refused');
      }
      expect(await tryElement(page, 'img', `${url}/assets/pixel.png`)).toBe('refused');
    }
    const facts = core.events.from(0, 1000).map(({ fact }) => fact);
    expect(facts.filter(({ kind }) => kind === 'client')).toEqual([]);
    const origin = `http://${host}:${site.port}`;
    expect(facts).toContainEqual({ kind: 'refused', what: 'origin', origin });
  });
}

test('a name rebound to this computer shows nothing', async ({ startCore, browser }) => {
  const { port } = await startCore();
  const page = await browser.newPage();
  for (const path of ['/', '/api/status', '/overlay/index.html']) {
    const response = await page.goto(`http://evil.example:${port}${path}`);
    expect(response?.status()).toBe(403);
    expect(await page.content()).not.toMatch(/built-in|guilds/);
  }
  const sameOrigin = await page.evaluate(async () => {
    const response = await fetch('/api/status');
    return response.status;
  });
  expect(sameOrigin).toBe(403);
});

test('a sandboxed frame and a local file, whose origin is null, get no socket', async ({
  startCore,
  dir,
  browser,
}) => {
  const core = await startCore();
  const page = await browser.newPage();
  await writeFile(join(dir, 'local.html'), '<!doctype html><title>local</title>');
  await page.goto(`file://${join(dir, 'local.html')}`);
  expect(await tryWebSocket(page, core.socketUrl)).toBe('refused');
  const refusals = core.events.from(0, 100).filter(({ fact }) => fact.kind === 'refused');
  expect(refusals.map(({ fact }) => fact)).toEqual([
    { kind: 'refused', what: 'origin', origin: expect.stringMatching(/^(null|file:\/\/)$/) },
  ]);
});

test('our own page works in the same browser', async ({ startCore, dir, browser }) => {
  const core = await startWithImage(startCore, dir);
  const page = await browser.newPage();
  for (const name of ['127.0.0.1', 'localhost']) {
    const authority = `${name}:${core.port}`;
    await page.goto(`http://${authority}/`);
    expect(await page.title()).toBe('built-in');
    expect(await tryWebSocket(page, `ws://${authority}/`)).toContain('server-list');
    expect(await tryFetch(page, '/api/version', 'cors')).toBe('basic {"version":"9.8.7"}');
    expect(await tryElement(page, 'script', '/assets/overlay-abc.js')).toBe('loaded');
    expect(await tryElement(page, 'img', '/assets/pixel.png')).toBe('loaded');
    // Nothing inline runs, not even in our own page.
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      return document.title;
    });
    expect(ran).toBe('built-in');
  }
});
