/** The unmodified d-zone, played by a stand-in, served with --static-dir and working against us. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createFakeSource, type FakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { expect, test } from '../fixtures/browser.ts';
import type { TestCore } from '../fixtures/core.ts';

const STATIC_DIR = fileURLToPath(new URL('../fixtures/d-zone-stand-in', import.meta.url));

interface Zone {
  lists: number;
  joins: number;
  server: string;
  serverName: string;
  ghosts: string[];
  said: string[];
  alerts: string[];
  violations: string[];
  isFrozen: boolean;
  mutedChannels: string[];
  callbackStatus: number;
}

const zone = (page: Page): Promise<Zone> =>
  page.evaluate(() => (globalThis as unknown as { zone: Zone }).zone);
const members = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(globalThis as unknown as { zone: { users: Map<string, unknown> } }).zone.users.keys(),
  ]);

async function open(core: TestCore, page: Page, guildId: string | null): Promise<void> {
  await page.goto(core.overlayUrl(guildId) ?? '');
  await expect.poll(async () => (await zone(page)).joins).toBe(1);
}

let source: FakeSource;
test.beforeEach(() => {
  source = createFakeSource(reportSmallCommunity);
});

test('joins through the copied URL, sees the community and its chat', async ({
  startCore,
  page,
}) => {
  const core = await startCore({
    configuredSource: () => source,
    settings: { 'server.staticDir': STATIC_DIR },
  });
  await open(core, page, '1001');
  expect(await zone(page)).toMatchObject({ server: 'alpha', serverName: 'Alpha' });
  await expect.poll(async () => (await zone(page)).callbackStatus).toBe(200);
  expect(await members(page)).toEqual(['1', '2']);
  source.sink.message('1001', { uid: '1', message: 'hi <@2> <:hop:12>', channel: '9' });
  source.sink.message('1001', { uid: '1', message: 'what is a constructor', channel: '9' });
  await expect.poll(async () => (await zone(page)).said).toHaveLength(2);
  expect(await zone(page)).toMatchObject({
    said: ['hi @Bob :hop:', 'what is a c\u200bonstructor'],
    isFrozen: false,
    alerts: [],
  });
});

test('is never left with a ghost or a muted channel', async ({ startCore, page }) => {
  const core = await startCore({
    configuredSource: () => source,
    settings: { 'server.staticDir': STATIC_DIR },
  });
  await open(core, page, '1001');
  source.sink.presence('1001', { uid: '66', status: 'online' });
  source.sink.presence('1001', { uid: '67', status: 'offline', delete: true });
  source.sink.message('1001', { uid: '2', message: 'bye', channel: '9' });
  source.sink.presence('1001', { uid: '2', status: 'offline', delete: true });
  source.sink.presence('1001', {
    uid: '68',
    username: 'Zoe',
    status: 'online',
    roleColor: '#010203',
  });
  await expect.poll(() => members(page)).toEqual(['1', '68']);
  expect(await zone(page)).toMatchObject({ ghosts: [], mutedChannels: [], alerts: [] });
});

test('follows mock mode there and back without an alert', async ({ startCore, page }) => {
  const core = await startCore({
    configuredSource: () => source,
    settings: { 'server.staticDir': STATIC_DIR },
  });
  await open(core, page, '1001');
  core.commands.changeSetting('mock.enabled', true);
  await expect.poll(async () => (await zone(page)).serverName).toBe('D-World');
  await expect.poll(() => members(page)).toHaveLength(4);
  core.commands.changeSetting('mock.enabled', false);
  await expect.poll(async () => (await zone(page)).serverName, 'back where it was').toBe('Alpha');
  expect(await zone(page)).toMatchObject({ alerts: [], ghosts: [] });
});

test('signs in through its inline callback, calls Discord, and reaches no public server', async ({
  startCore,
  page,
}) => {
  const core = await startCore({
    configuredSource: () => source,
    settings: { 'server.staticDir': STATIC_DIR },
  });
  const toDiscord = page.waitForRequest('https://discord.com/**');
  await page.goto(`${core.url}/discord-callback.html`);
  await expect(page).toHaveTitle('callback ran');
  await toDiscord;
  // Without socketURL its first address is wss on the usual port, the second a public server.
  await page.goto(`${core.url}/?s=alpha`);
  await expect
    .poll(async () => (await zone(page)).violations.join(' '))
    .toContain('public-fallback');
  expect((await zone(page)).joins).toBe(0);
});
