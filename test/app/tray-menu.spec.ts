/** The tray menu as a desktop shows and clicks it, over the session bus. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '../../shared/strings/index.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';

const { tray } = strings;
test('shows every guild, the switch and the number of clients, and follows them', async ({
  trayHost,
  startApp,
}) => {
  const app = await startApp({ flags: ['--hidden'] });
  const item = await trayHost.nextItem();
  const menu = (clients: string): string[] => [
    'Copy overlay URL',
    '  D-World',
    '  Reading Room',
    '  Members Only',
    '  Workshop',
    '[ ] Mock mode',
    '---',
    'Open dashboard',
    'Open overlay in browser',
    '---',
    `(${clients})`,
    'Quit',
  ];
  await expect.poll(() => item.menu()).toEqual(menu('0 clients connected'));
  const tooltip = (clients: string): string =>
    `D-Back Desktop: mock · no source configured, ${clients}`;
  await expect.poll(() => item.tooltip()).toBe(tooltip('0 clients connected'));
  const client = await Client.join(app.socketUrl);
  await expect.poll(() => item.menu()).toEqual(menu('1 client connected'));
  await expect.poll(() => item.tooltip()).toBe(tooltip('1 client connected'));
  const second = await Client.join(app.socketUrl);
  await expect.poll(() => item.menu()).toEqual(menu('2 clients connected'));
  await Promise.all([client.close(), second.close()]);
  await expect.poll(() => item.menu()).toEqual(menu('0 clients connected'));
  await expect.poll(() => item.tooltip()).toBe(tooltip('0 clients connected'));
});

test('Mock mode switches setting, checkbox, icon, source and connected overlays', async ({
  trayHost,
  startApp,
  userDataDir,
}) => {
  const app = await startApp({ flags: ['--hidden'] });
  const item = await trayHost.nextItem();
  const client = await Client.join(app.socketUrl);
  const source = async (): Promise<unknown> => (await app.status())['source'];
  const saved = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8')).mock.enabled;
  const running = await item.icon();

  await item.click(tray.mockMode);
  await expect.poll(() => item.menu()).toContain('[x] Mock mode');
  expect(await source()).toEqual({ kind: 'mock', condition: 'rehearsal' });
  await client.nextOf('server-list');
  expect((await client.nextOf('server-join')).data.serverName).toBe('D-World');
  await expect.poll(saved).toBe(true);
  await expect.poll(() => item.tooltip()).toContain('mock · rehearsal');
  await expect.poll(() => item.icon()).not.toBe(running);

  await item.click(tray.mockMode);
  await expect.poll(() => item.menu()).toContain('[ ] Mock mode');
  expect(await source()).toEqual({ kind: 'mock', condition: 'no-source' });
  await client.nextOf('server-list');
  await expect.poll(saved).toBe(false);
  await expect.poll(() => item.icon()).toBe(running);
});

test('Copy overlay URL puts the URL of the chosen guild on the clipboard', async ({
  trayHost,
  startApp,
}) => {
  const app = await startApp({ flags: ['--hidden'] });
  const item = await trayHost.nextItem();
  await expect.poll(() => item.menu()).toContain('  Workshop');
  await item.click(tray.copyOverlayUrl, 'Workshop');
  await expect.poll(() => app.clipboard()).toBe(`${app.url}/?s=repos`);
  await item.click(tray.copyOverlayUrl, 'Members Only');
  await expect.poll(() => app.clipboard()).toBe(`${app.url}/?s=oauth`);
  const page = await fetch(await app.clipboard());
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
});
