/** An upstream page signs in with Discord, which a stand-in plays, and joins a protected server. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createDiscordApi } from '../../main/core/auth/discord-api.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/fake-discord.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { test as base, expect } from '../fixtures/browser.ts';
import type { TestCore } from '../fixtures/core.ts';

const STATIC_DIR = fileURLToPath(new URL('../fixtures/d-zone-stand-in', import.meta.url));
const APPLICATION = '900000000000000001';

interface Zone {
  readonly serverName: string;
  readonly users: ReadonlyMap<string, unknown>;
  readonly alerts: readonly string[];
  readonly joins: number;
  signIn(server: string): void;
}

const look = (page: Page) =>
  page.evaluate(() => {
    const { serverName, users, alerts, joins } = (globalThis as unknown as { zone: Zone }).zone;
    return { serverName, users: [...users.keys()], alerts, joins };
  });

const signIn = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { zone: Zone }).zone.signIn('gamma'));

const test = base.extend<{ discord: FakeDiscord; core: TestCore }>({
  discord: async ({}, use) => {
    const discord = await startFakeDiscord();
    await use(discord);
    await discord.close();
  },
  core: async ({ startCore, discord }, use) => {
    const source = createFakeSource((sink) => {
      reportSmallCommunity(sink);
      for (const guildId of ['1001', '1003']) sink.clientId(guildId, APPLICATION);
    });
    await use(
      await startCore({
        configuredSource: () => source,
        discord: createDiscordApi(discord.api),
        settings: { 'server.staticDir': STATIC_DIR },
      }),
    );
  },
});

/** Discord asks its user, who says yes; the page then asks who that is. */
async function playDiscord(page: Page, token: string, user: { id: string; username: string }) {
  await page.context().route('https://discord.com/**', async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/api/users/@me') {
      const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
      await route.fulfill({ json: user, headers });
      return;
    }
    expect(url.searchParams.get('client_id')).toBe(APPLICATION);
    const fragment = new URLSearchParams({
      access_token: token,
      state: url.searchParams.get('state') ?? '',
    });
    const Location = `${url.searchParams.get('redirect_uri')}#${fragment}`;
    await route.fulfill({ status: 302, headers: { Location } });
  });
}

test('a member gets in', async ({ core, discord, page }) => {
  const dan = { id: '4', username: 'Dan' };
  discord.tokens.set('token-1', { application: APPLICATION, user: dan });
  await playDiscord(page, 'token-1', dan);
  await page.goto(core.overlayUrl('1001') ?? '');
  await expect.poll(async () => (await look(page)).joins).toBe(1);
  await signIn(page);
  await expect.poll(async () => (await look(page)).serverName, { timeout: 10_000 }).toBe('Gamma');
  expect(await look(page)).toMatchObject({ users: ['4'], alerts: [] });
});

test('somebody who is no member does not, whoever they say they are', async ({
  core,
  discord,
  page,
}) => {
  discord.tokens.set('token-2', { application: APPLICATION, user: { id: '666', username: 'Eve' } });
  await playDiscord(page, 'token-2', { id: '4', username: 'Dan' });
  await page.goto(core.overlayUrl('1001') ?? '');
  await expect.poll(async () => (await look(page)).joins).toBe(1);
  await signIn(page);
  await expect
    .poll(async () => (await look(page)).alerts, { timeout: 10_000 })
    .toEqual(['Discord authentication failed. Please try logging in again.']);
  expect(await look(page)).toMatchObject({ serverName: 'Alpha', users: ['1', '2'] });
});
