/** What pages ask of Electron and are denied: to leave, to open windows, to download, to listen in. */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../fixtures/electron-app.ts';
import { freePort } from '../fixtures/free-port.ts';

interface Attempt {
  readonly url: string;
  readonly isDenied: boolean;
}

/** Calls `attempt` and resolves when Electron has asked the app whether a frame may navigate. */
async function navigation(
  app: ElectronApplication,
  attempt: () => Promise<void>,
): Promise<Attempt> {
  // The app's own listener comes first, so that its answer can be seen here.
  await app.evaluate(({ webContents }) => {
    const asked = new Promise((resolve) =>
      webContents
        .getAllWebContents()[0]
        ?.once('will-frame-navigate', ({ url, defaultPrevented }) =>
          resolve({ url, isDenied: defaultPrevented }),
        ),
    );
    Reflect.set(globalThis, 'askedToNavigate', asked);
  });
  await attempt();
  return app.evaluate(() => Reflect.get(globalThis, 'askedToNavigate'));
}

/** Runs in a page: what it may use of the computer. */
async function askForPermissions(): Promise<Record<string, string>> {
  const media = navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
    () => 'granted',
    (error) => error.name,
  );
  const position = new Promise<string>((resolve) =>
    navigator.geolocation.getCurrentPosition(
      () => resolve('granted'),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
    ),
  );
  return {
    media: await media,
    position: await position,
    notifications: await Notification.requestPermission(),
  };
}

const DENIED = { media: 'NotAllowedError', position: 'denied', notifications: 'denied' };

test('the window stays where it is and opens no other', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const own = page.url();
  for (const url of ['https://example.org/', `${app.url}/`, 'dback://window/overlay/index.html']) {
    const go = (): Promise<void> => page.evaluate((target) => location.assign(target), url);
    expect(await navigation(app.electron, go)).toEqual({ url, isDenied: true });
  }
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
  expect(await page.evaluate(() => window.open('about:blank'))).toBeNull();
  expect(await app.windowCount()).toBe(1);
  expect(page.url()).toBe(own);
});

test('the preview shows the overlay server and nothing else', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const preview = await app.preview(page);
  const stranger = `http://127.0.0.1:${await freePort()}/`;
  for (const url of [stranger, 'https://example.org/']) {
    const go = (): Promise<void> => preview.evaluate((target) => location.assign(target), url);
    expect(await navigation(app.electron, go)).toEqual({ url, isDenied: true });
  }
  expect(await preview.evaluate(() => window.open('about:blank'))).toBeNull();
  const url = `${app.url}/?s=docs`;
  const go = (): Promise<void> => preview.evaluate((target) => location.assign(target), url);
  expect(await navigation(app.electron, go)).toEqual({ url, isDenied: false });
  await expect.poll(() => preview.url()).toBe(url);
});

test('no page may listen in, look around, notify or download', async ({ startApp }) => {
  const app = await startApp({ switches: ['--use-fake-device-for-media-stream'] });
  const page = await app.window();
  const preview = await app.preview(page);
  expect(await page.evaluate(askForPermissions)).toEqual(DENIED);
  expect(await preview.evaluate(askForPermissions)).toEqual(DENIED);
  await app.electron.evaluate(({ session }) => {
    const asked = new Promise((resolve) =>
      session.defaultSession.once('will-download', ({ defaultPrevented }) =>
        resolve(defaultPrevented),
      ),
    );
    Reflect.set(globalThis, 'askedToDownload', asked);
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'askedToDownload'))).toBe(true);
});
