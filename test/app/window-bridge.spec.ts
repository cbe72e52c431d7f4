/** What the window's page is given, and that nobody else can use it. */
import { join } from 'node:path';
import type { Frame } from '@playwright/test';
import { COMMANDS } from '../../shared/ipc.ts';
import { expect, test } from '../fixtures/electron-app.ts';
import { ROOT } from '../fixtures/process.ts';

const PRELOAD_FILE = join(ROOT, 'out/preload/index.cjs');

function globals(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)),
  );
}

test('the page has the pinned bridge and nothing else of Electron or Node', async ({
  startApp,
}) => {
  const app = await startApp();
  const page = await app.window();
  const bridge = await page.evaluate(() => Object.keys(Reflect.get(window, 'dback')));
  expect(bridge.sort()).toEqual([...Object.keys(COMMANDS), 'onStateUpdate'].sort());
  const isReplaced = await page.evaluate(() => Reflect.set(Reflect.get(window, 'dback'), 'x', 1));
  expect(isReplaced).toBe(false);

  // The preview is an ordinary web page: what the window has beyond it, we gave it.
  const ordinary = new Set(await globals(await app.preview(page)));
  const extra = (await globals(page.mainFrame())).filter((name) => !ordinary.has(name));
  expect(extra).toEqual(['dback']);
  const foreign = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron'];
  expect(foreign.filter((name) => ordinary.has(name))).toEqual([]);
});

test('the window is sandboxed and isolated', async ({ startApp }) => {
  const app = await startApp();
  await app.window();
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      // Missing in the published types; Electron uses it for its own windows.
      .map((contents) =>
        Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, []),
      ),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the preview is a frame of another origin, without a bridge', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const preview = await app.preview(page);
  expect(new URL(preview.url()).origin).toBe(app.url);
  expect(await preview.evaluate(() => 'dback' in window)).toBe(false);
  const reach = preview.evaluate(() => Object.keys(Reflect.get(window.parent, 'dback')));
  await expect(reach).rejects.toThrow(/cross-origin/);
});

const untrusted: readonly (readonly [who: string, url: (overlay: string) => string])[] = [
  ['the overlay page', (overlay) => `${overlay}/?s=default`],
  ['a copy of the window', () => 'dback://window/dashboard/index.html'],
];

for (const [who, url] of untrusted) {
  test(`${who} is refused, even if it had the bridge`, async ({ startApp }) => {
    const app = await startApp();
    await app.window();
    const answers = await app.electron.evaluate(
      async ({ BrowserWindow }, { preload, target }) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload } });
        await stranger.loadURL(target);
        return stranger.webContents.executeJavaScript(
          'Promise.all([dback.watchState(), dback.changeSetting("mock.enabled", true)])',
        );
      },
      { preload: PRELOAD_FILE, target: url(app.url) },
    );
    const refusal = { ok: false, code: 'not-trusted', message: expect.any(String) };
    expect(answers).toEqual([refusal, refusal]);
    expect((await app.status())['source']).toEqual({ kind: 'mock', condition: 'no-source' });
  });
}
