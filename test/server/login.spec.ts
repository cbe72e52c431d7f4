/** Protected guilds fail closed, whatever the source answers and however long it takes. */
import type { Source } from '../../main/core/sources/source.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { expect, type TestCoreOptions, test } from '../fixtures/core.ts';

const FAILED = 'Discord authentication failed. Please try logging in again.';
const CREDENTIALS = { discordToken: 'token-1', discordUser: { id: '4', username: 'Dan' } };

function guarded(validateUser: Source['validateUser']): TestCoreOptions {
  const source = createFakeSource(reportSmallCommunity, validateUser);
  return { configuredSource: () => source };
}

test('lets in whom the source vouches for, and asks with what the client sent', async ({
  startCore,
}) => {
  const asked: unknown[] = [];
  const options = guarded(async (...args) => {
    asked.push(args);
    return true;
  });
  const { socketUrl } = await startCore(options);
  const client = await Client.open(socketUrl);
  await client.next('server-list');
  client.connect('gamma', CREDENTIALS);
  expect((await client.next('server-join')).data.serverName).toBe('Gamma');
  expect(asked).toEqual([['token-1', { id: '4', username: 'Dan' }, '1003']]);
});

const refusals: Readonly<Record<string, Source['validateUser']>> = {
  'says no': async () => false,
  'has no validator': undefined,
  rejects: async () => {
    throw new Error('HTTP 503');
  },
  throws: () => {
    throw new Error('boom');
  },
  'answers with something truthy that is not true': (async () =>
    'yes') as unknown as Source['validateUser'],
};

for (const [what, validate] of Object.entries(refusals)) {
  test(`refuses when the source ${what}`, async ({ startCore }) => {
    const { socketUrl } = await startCore(guarded(validate));
    const client = await Client.open(socketUrl);
    await client.next('server-list');
    client.connect('gamma', CREDENTIALS);
    expect((await client.next('error')).data.message).toBe(FAILED);
    await client.settle();
    expect(client.untaken).toEqual([]);
  });
}

test('refuses when the source does not answer in time', async ({ startCore }) => {
  const clock = new FakeClock();
  const options = guarded(() => new Promise(() => undefined));
  const { socketUrl } = await startCore({ ...options, clock });
  const client = await Client.open(socketUrl);
  await client.next('server-list');
  client.connect('gamma', CREDENTIALS);
  await client.settle();
  expect(client.untaken).toEqual([]);
  clock.advance(5_000);
  expect((await client.next('error')).data.message).toBe(FAILED);
});

test('an answer that comes after the client went elsewhere changes nothing', async ({
  startCore,
}) => {
  let vouch: (valid: boolean) => void = () => undefined;
  const options = guarded(() => new Promise<boolean>((resolve) => (vouch = resolve)));
  const { socketUrl } = await startCore(options);
  const client = await Client.open(socketUrl);
  await client.next('server-list');
  client.connect('gamma', CREDENTIALS);
  client.connect('alpha');
  expect((await client.next('server-join')).data.serverName).toBe('Alpha');
  vouch(true);
  await client.settle();
  expect(client.untaken).toEqual([]);
});

test('a token is in no event and no state', async ({ startCore }) => {
  const core = await startCore(guarded(async () => false));
  const client = await Client.open(core.socketUrl);
  client.connect('gamma', CREDENTIALS);
  await client.nextOf('error');
  core.refreshClients();
  const everything = JSON.stringify([core.events.from(0, 1000), core.store.state]);
  expect(everything).toContain('"what":"login"');
  expect(everything).not.toContain('token-1');
});
