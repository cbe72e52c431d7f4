/** Discord logins: the token is checked with Discord, its user with the community, and all fails closed. */
import { createDiscordApi } from '../../main/core/auth/discord-api.ts';
import type { Source } from '../../main/core/sources/source.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/fake-discord.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { test as base, expect, type TestCore } from '../fixtures/core.ts';

const FAILED = 'Discord authentication failed. Please try logging in again.';
const REQUIRED = 'This server requires Discord authentication. Please login with Discord.';
const APPLICATION = '900000000000000001';
/** A member of the protected guild `gamma`. */
const DAN = { id: '4', username: 'Dan' };

interface Login {
  readonly core: TestCore;
  /** Asks for the protected guild and answers with how that ended. */
  ask(credentials?: Record<string, unknown>): Promise<string>;
  readonly reasons: () => string[];
}

const test = base.extend<{
  discord: FakeDiscord;
  login: (validateUser?: Source['validateUser'], clientId?: string | null) => Promise<Login>;
}>({
  discord: async ({}, use) => {
    const discord = await startFakeDiscord();
    discord.tokens.set('token-1', { application: APPLICATION, user: DAN });
    await use(discord);
    await discord.close();
  },
  login: async ({ startCore, discord }, use) => {
    await use(async (validateUser, clientId = APPLICATION) => {
      const source = createFakeSource(reportSmallCommunity, validateUser);
      const core = await startCore({
        configuredSource: () => source,
        discord: createDiscordApi(discord.api),
        settings: { 'discord.clientId': clientId },
      });
      return {
        core,
        async ask(credentials = { discordToken: 'token-1', discordUser: DAN }) {
          const client = await Client.open(core.socketUrl);
          await client.next('server-list');
          client.connect('gamma', credentials);
          await expect.poll(() => client.untaken.length, { timeout: 10_000 }).toBeGreaterThan(0);
          const [answer] = client.untaken;
          await client.close();
          if (answer?.type === 'error') return answer.data.message;
          return answer?.type === 'server-join' ? answer.data.serverName : '';
        },
        reasons: () =>
          core.events
            .from(0, 1000)
            .flatMap(({ fact }) =>
              fact.kind === 'refused' && fact.what === 'login' ? [fact.reason] : [],
            ),
      };
    });
  },
});

test('lets in a member whose token Discord knows, and says how in the log', async ({ login }) => {
  const { core, ask } = await login();
  expect(await ask()).toBe('Gamma');
  const joins = core.events.from(0, 1000).map(({ fact }) => fact);
  expect(joins).toContainEqual(expect.objectContaining({ what: 'joined', way: 'discord' }));
});

test('the one who counts is Discord’s, not the one the client names', async ({
  login,
  discord,
}) => {
  discord.tokens.set('stranger', {
    application: APPLICATION,
    user: { id: '666', username: 'Eve' },
  });
  const { ask, reasons } = await login();
  expect(await ask({ discordToken: 'stranger', discordUser: DAN })).toBe(FAILED);
  expect(reasons()).toEqual(['not-a-member']);
});

test('a token of another application is none of ours', async ({ login, discord }) => {
  discord.tokens.set('foreign', { application: '900000000000000002', user: DAN });
  const { ask, reasons } = await login();
  expect(await ask({ discordToken: 'foreign', discordUser: DAN })).toBe(FAILED);
  expect(reasons()).toEqual(['other-application']);
});

test('the application that the source names counts as well', async ({ startCore, discord }) => {
  discord.tokens.set('by-source', { application: '900000000000000003', user: DAN });
  const source = createFakeSource((sink) => {
    reportSmallCommunity(sink);
    sink.clientId('1003', '900000000000000003');
  });
  const { socketUrl } = await startCore({
    configuredSource: () => source,
    discord: createDiscordApi(discord.api),
  });
  const client = await Client.open(socketUrl);
  client.connect('gamma', { discordToken: 'by-source', discordUser: DAN });
  expect((await client.nextOf('server-join')).data.serverName).toBe('Gamma');
});

test('without any application nobody gets in', async ({ login }) => {
  const { ask, reasons } = await login(undefined, null);
  expect(await ask()).toBe(FAILED);
  expect(reasons()).toEqual(['no-application']);
});

test('unknown, expired and userless tokens are refused', async ({ login, discord }) => {
  discord.tokens.set('old', {
    application: APPLICATION,
    user: DAN,
    expires: '2020-01-01T00:00:00+00:00',
  });
  discord.tokens.set('nobody', { application: APPLICATION, user: null });
  const { ask, reasons } = await login();
  for (const discordToken of ['unknown', 'old', 'nobody', 'x'.repeat(3000), 'line\nbreak']) {
    expect(await ask({ discordToken, discordUser: DAN })).toBe(FAILED);
  }
  expect(new Set(reasons())).toEqual(new Set(['token-refused']));
});

for (const trouble of [500, 503, 429] as const) {
  test(`Discord answers ${trouble}: refused, and let in when it has recovered`, async ({
    login,
    discord,
  }) => {
    const { ask, reasons } = await login();
    discord.trouble = trouble;
    expect(await ask()).toBe(FAILED);
    expect(reasons()).toEqual(['discord-silent']);
    discord.trouble = null;
    expect(await ask()).toBe('Gamma');
  });
}

test('Discord is silent: refused within seconds', async ({ login, discord }) => {
  const { ask } = await login();
  discord.trouble = 'silence';
  expect(await ask()).toBe(FAILED);
});

test('a source that checks its users has the last word', async ({ login }) => {
  const asked: unknown[] = [];
  let isWelcome: unknown = true;
  const { ask } = await login(async (...args) => {
    asked.push(args);
    return isWelcome as boolean;
  });
  expect(await ask({ discordToken: 'token-1', discordUser: { id: '1', username: 'Ann' } })).toBe(
    'Gamma',
  );
  // It is asked about the user that Discord named.
  expect(asked).toEqual([['token-1', DAN, '1003']]);
  for (isWelcome of [false, 'yes', undefined]) expect(await ask()).toBe(FAILED);
});

test('a source that fails while it checks lets nobody in', async ({ login }) => {
  const { ask } = await login(async () => {
    throw new Error('boom');
  });
  expect(await ask()).toBe(FAILED);
});

test('nothing shown, or not all of it: asked to log in', async ({ login, discord }) => {
  const { ask } = await login();
  expect(await ask({})).toBe(REQUIRED);
  expect(await ask({ discordToken: 'token-1' })).toBe(REQUIRED);
  expect(await ask({ discordUser: DAN })).toBe(REQUIRED);
  expect(discord.asked).toBe(0);
});

test('Discord is asked once for a token that comes again and again', async ({ login, discord }) => {
  const { ask } = await login();
  for (let time = 0; time < 5; time += 1) expect(await ask()).toBe('Gamma');
  expect(discord.asked).toBe(1);
});

test('an answer that comes after the client went elsewhere changes nothing', async ({ login }) => {
  let vouch: (valid: boolean) => void = () => undefined;
  const { core } = await login(() => new Promise<boolean>((resolve) => (vouch = resolve)));
  const client = await Client.open(core.socketUrl);
  await client.next('server-list');
  client.connect('gamma', { discordToken: 'token-1', discordUser: DAN });
  client.connect('alpha');
  expect((await client.next('server-join')).data.serverName).toBe('Alpha');
  vouch(true);
  await client.settle();
  expect(client.untaken).toEqual([]);
});

test('a token is in no event and no state', async ({ login, discord }) => {
  const { core, ask } = await login();
  await ask();
  discord.tokens.clear();
  await ask({ discordToken: 'token-2', discordUser: DAN });
  core.refreshClients();
  const everything = JSON.stringify([core.events.from(0, 1000), core.store.state]);
  expect(everything).toContain('"what":"login"');
  for (const token of ['token-1', 'token-2']) expect(everything).not.toContain(token);
});
