/** What a page of another origin gets from our server in a real browser: nothing. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_SWITCHES } from '../fixtures/browser.ts';
import { test as base, expect, type TestCore } from '../fixtures/core.ts';
import { type HostileSite, startHostileSite } from '../fixtures/hostile-site.ts';
import { tryElement, tryFetch, tryFrame, tryWebSocket } from '../fixtures/page-attempts.ts';
import { chromiumPath } from '../fixtures/process.ts';

interface Fixtures {
  readonly chrome: Browser;
  readonly site: HostileSite;
}

const test = base.extend<Fixtures>({
  chrome: async ({}, use) => {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        ...CHROMIUM_SWITCHES,
        '--host-resolver-rules=MAP evil.example 127.0.0.1, MAP discord.com 127.0.0.1',
      ],
    });
    await use(browser);
    await browser.close();
  },
  site: async ({}, use) => {
    const site = await startHostileSite();
    await use(site);
    await site.stop();
  },
});

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
    chrome,
    site,
  }) => {
    const core = await startWithImage(startCore, dir);
    const page = await chrome.newPage();
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

test('a name rebound to this computer shows nothing', async ({ startCore, chrome }) => {
  const { port } = await startCore();
  const page = await chrome.newPage();
  for (const path of ['/', '/api/status', '/overlay/index.html']) {
    const response = await page.goto(`http://evil.example:${port}${path}`);
    expect(response?.status()).toBe(403);
    expect(await page.content()).not.toMatch(/built-in|guilds/);
  }
  expect(await tryFetch(page, '/api/status', 'cors')).toBe('refused');
  expect(await tryWebSocket(page, `ws://evil.example:${port}/`)).toBe('refused');
});

test('a sandboxed frame and a local file, whose origin is null, get no socket', async ({
  startCore,
  dir,
  chrome,
  site,
}) => {
  const core = await startCore();
  const page = await chrome.newPage();
  await page.goto(`http://127.0.0.1:${site.port}/`);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = '<title>sandboxed</title>';
    document.body.append(frame);
  });
  const sandboxed = await page.waitForSelector('iframe').then((frame) => frame.contentFrame());
  expect(sandboxed && (await tryWebSocket(sandboxed, core.socketUrl))).toBe('refused');
  const refusals = (): unknown[] =>
    core.events
      .from(0, 100)
      .map(({ fact }) => fact)
      .filter(({ kind }) => kind === 'refused');
  expect(refusals()).toEqual([{ kind: 'refused', what: 'origin', origin: 'null' }]);
  await writeFile(join(dir, 'local.html'), '<!doctype html><title>local</title>');
  await page.goto(`file://${join(dir, 'local.html')}`);
  expect(await tryWebSocket(page, core.socketUrl)).toBe('refused');
});

test('our own page works in the same browser', async ({ startCore, dir, chrome }) => {
  const core = await startWithImage(startCore, dir);
  const page = await chrome.newPage();
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

test("a page of the user's folder may call Discord, and nobody else", async ({
  startCore,
  dir,
  chrome,
  site,
}) => {
  const root = join(dir, 'chosen');
  await mkdir(root);
  const inline = '<script>document.title = "inline ran"</script>';
  await writeFile(join(root, 'index.html'), `<!doctype html><body>${inline}`);
  const core = await startCore({ settings: { 'server.staticDir': root } });
  const page = await chrome.newPage();
  await page.goto(core.url);
  expect(await page.title()).toBe('inline ran');
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      document.title += ` ${blockedURI}`;
    });
  });
  expect(await tryWebSocket(page, `ws://127.0.0.1:${core.port}/`)).toContain('server-list');
  // It is not there, but the policy is not what stops it.
  await tryFetch(page, 'https://discord.com/api/users/@me', 'no-cors');
  expect(await page.title()).toBe('inline ran');
  const elsewhere = `http://evil.example:${site.port}/`;
  expect(await tryFetch(page, elsewhere, 'no-cors')).toBe('refused');
  expect(await page.title()).toBe(`inline ran ${elsewhere}`);
});
