/** The window: what it shows of the state, and what its buttons do. */
import { strings } from '../../shared/strings/index.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';

const words = strings.window;

/** A client that the window calls "OBS 31.0". */
const OBS = { headers: { 'User-Agent': 'Mozilla/5.0 Chrome/127.0.0.0 Safari/537.36 OBS/31.0.1' } };

test('opens at the start with address, source and a preview of the real overlay', async ({
  startApp,
}) => {
  const app = await startApp();
  const page = await app.window();
  await expect(page).toHaveTitle(strings.appName);
  const address = page.getByRole('region', { name: words.address.label });
  await expect(address).toContainText(app.url);
  await expect(address).toContainText('mock · no source configured');
  const preview = page.locator(`iframe[title="${words.preview.frameTitle}"]`);
  await expect(preview).toHaveAttribute('src', new RegExp(`^${app.url}/\\?s=default`));
  // The preview is an overlay like any other: it joins.
  const clients = page.getByRole('region', { name: words.clients.title });
  await expect(clients.getByRole('row', { name: words.clients.app.preview })).toContainText(
    'D-World',
  );
  await expect(clients).toContainText(words.clients.emptyTitle);
});

test('lists a client while it is connected, and can disconnect it', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const rows = page.getByRole('row', { name: 'OBS 31.0' });
  const leaving = await Client.open(app.socketUrl, OBS);
  leaving.connect('docs');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('127.0.0.1');
  await expect(rows).toContainText('Reading Room');
  const staying = await Client.open(app.socketUrl);
  await leaving.close();
  await expect(rows).toHaveCount(0);

  const thrownOut = await Client.open(app.socketUrl, OBS);
  const closed = thrownOut.closed();
  const name = words.clients.disconnectNamed('OBS 31.0', '127.0.0.1');
  await page.getByRole('button', { name }).click();
  expect(await closed).toBe(1008);
  await expect(rows).toHaveCount(0);
  await staying.settle();
});

test('says how an overlay is doing that tells it, and keeps up with it', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const client = await Client.open(app.socketUrl, OBS);
  const report = (more: object): void => {
    const viewport = { width: 1920, height: 1080 };
    const data = { viewport, density: 1, fps: 59.7, visible: true, active: true, obs: '2.24.4' };
    client.send({ type: 'client-report', data: { ...data, ...more } });
  };
  const row = page.getByRole('row', { name: 'OBS 31.0' });
  await expect(row).toContainText('127.0.0.1');
  report({});
  const line = row.getByTitle('visible · 60 fps · 1920×1080');
  await expect(line).toHaveAttribute('title', /OBS browser plugin 2\.24\.4 · 127\.0\.0\.1$/);
  await expect(line.getByText('60 fps')).toBeVisible();
  report({ active: false });
  await expect(row.getByText(words.clients.report.notOnAir)).toBeVisible();
  report({ visible: false });
  await expect(row.getByText(words.clients.report.hidden)).toBeVisible();
});

test('copies the overlay URL of the chosen guild', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const copy = page.getByRole('button', { name: words.copyOverlayUrl });
  await copy.click();
  await expect.poll(() => app.clipboard()).toBe(`${app.url}/?s=dworld`);
  await page.getByRole('combobox', { name: words.guildLabel }).selectOption('Workshop');
  await copy.click();
  await expect.poll(() => app.clipboard()).toBe(`${app.url}/?s=repos`);
  await expect(page.getByRole('status')).toHaveText(`Copied ${app.url}/?s=repos`);
  expect((await fetch(await app.clipboard())).status).toBe(200);
});

test('the rehearsal switch switches live', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const client = await Client.join(app.socketUrl);
  const rehearsal = page.getByRole('switch', { name: words.rehearsal.label });
  const address = page.getByRole('region', { name: words.address.label });
  await expect(rehearsal).not.toBeChecked();
  await rehearsal.click();
  await expect(rehearsal).toBeChecked();
  await expect(address).toContainText('mock · rehearsal');
  await client.nextOf('server-list');
  expect((await client.nextOf('server-join')).data.serverName).toBe('D-World');
  await page.getByRole('combobox', { name: words.rehearsal.scenarioLabel }).selectOption('Busy');
  await client.nextOf('server-list');
  const { users } = (await client.nextOf('server-join')).data;
  expect(Object.keys(users).length).toBeGreaterThanOrEqual(40);
  await rehearsal.click();
  await expect(address).toContainText('mock · no source configured');
});

test('the event log tells what happens, by kind, and forgets it on demand', async ({
  startApp,
}) => {
  const app = await startApp();
  const page = await app.window();
  const log = page.getByRole('region', { name: words.log.title });
  await Client.open(app.socketUrl, OBS);
  const line = log.getByText('OBS 31.0 (127.0.0.1) connected');
  await expect(line).toBeVisible();
  await log.getByRole('button', { name: words.log.kind.source }).click();
  await expect(line).toBeHidden();
  await expect(log.getByText('Now showing mock · no source configured')).toBeVisible();
  await log.getByRole('button', { name: words.log.copy }).click();
  await expect.poll(() => app.clipboard()).toMatch(/Now showing mock · no source configured\n$/);
  await log.getByRole('button', { name: words.log.clear }).click();
  await expect(log.getByText('Now showing mock · no source configured')).toBeHidden();
});
