/** A key for everything: without one there is not a byte of anything, with one the whole page comes. */

import { FakeClock } from '../fakes/fake-clock.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/core.ts';

const CLOSED = { 'access.everything': true };

test('without a key: 401 for pages, files, the API and the WebSocket', async ({ startCore }) => {
  const core = await startCore({ settings: CLOSED });
  for (const path of ['/', '/index.html', '/assets/overlay-abc.js', '/api/status', '/nothing']) {
    for (const headers of [
      {},
      { Authorization: 'Bearer nonsense' },
      { Cookie: 'dback-session=x' },
    ]) {
      const response = await fetch(core.url + path, { headers });
      expect([path, response.status]).toEqual([path, 401]);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(await response.text()).not.toContain('built-in');
    }
  }
  await expect(Client.open(core.socketUrl)).rejects.toThrow('401');
});

test('a page opened with a key may load its files by a cookie that scripts cannot read', async ({
  startCore,
}) => {
  const core = await startCore({ settings: CLOSED });
  const keyId = await core.commands.createViewKey('BRB', null);
  const key = await core.commands.revealViewKey(keyId);
  const page = await fetch(`${core.url}/?key=${key}`);
  expect(await page.text()).toContain('built-in');
  const [cookie = '', ...attributes] = (page.headers.get('set-cookie') ?? '').split('; ');
  expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=1800']);
  expect(cookie).not.toContain(key);
  const asset = () => fetch(`${core.url}/assets/overlay-abc.js`, { headers: { Cookie: cookie } });
  expect((await asset()).status).toBe(200);
  await Client.open(core.socketUrl, { headers: { Cookie: cookie } });
  await core.commands.revokeViewKey(keyId);
  expect((await asset()).status).toBe(401);
});

test('a cookie is good for half an hour after its last use', async ({ startCore }) => {
  const clock = new FakeClock();
  const core = await startCore({ settings: CLOSED, clock });
  const page = await fetch(`${core.url}/?key=${core.ownKey}`);
  const Cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const status = async () => (await fetch(core.url, { headers: { Cookie } })).status;
  clock.advance(29 * 60_000);
  expect(await status()).toBe(200);
  clock.advance(29 * 60_000);
  expect(await status()).toBe(200);
  clock.advance(31 * 60_000);
  expect(await status()).toBe(401);
});

test('a key for one guild opens no other, though that one is not protected itself', async ({
  startCore,
}) => {
  const source = createFakeSource(reportSmallCommunity);
  const core = await startCore({ settings: CLOSED, configuredSource: () => source });
  const key = await core.commands.revealViewKey(await core.commands.createViewKey('A', ['1001']));
  const client = await Client.open(core.socketUrl, { headers: { Authorization: `Bearer ${key}` } });
  client.connect('alpha');
  expect((await client.nextOf('server-join')).data.serverName).toBe('Alpha');
  client.connect('beta');
  await client.next('error');
});

test('asking for a key sends away those who are in without one', async ({ startCore }) => {
  const core = await startCore();
  const stranger = await Client.join(core.socketUrl);
  const owner = await Client.open(core.socketUrl, {
    headers: { Authorization: `Bearer ${core.ownKey}` },
  });
  const closed = stranger.closed();
  core.commands.changeSetting('access.everything', true);
  expect(await closed).toBe(1008);
  await owner.settle();
});
