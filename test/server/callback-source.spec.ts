/** The same callbacks as a source in one's own process, for programs that embed the core. */
import { createCallbackSource } from '../../main/core/sources/callbacks/callback-source.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/core.ts';

test('callbacks are asked, and broadcasts reach overlays', async ({ startCore }) => {
  const source = createCallbackSource({
    onGetServerData: () => ({ '1': { id: 'a', name: 'Embedded' } }),
    onGetUserData: async () => ({
      '7': { uid: '7', username: 'Ada', status: 'online', roleColor: '#123456' },
    }),
    onGetClientId: () => '900000000000000001',
  });
  const { socketUrl, store } = await startCore({ configuredSource: () => source });
  await expect.poll(() => store.state.guilds[0]?.members).toBe(1);
  const client = await Client.open(socketUrl);
  client.connect('a');
  expect((await client.nextOf('server-join')).data).toMatchObject({
    serverName: 'Embedded',
    clientId: '900000000000000001',
  });
  source.broadcastMessage('1', '7', 'hello', '9');
  expect((await client.nextOf('message')).data.message).toBe('hello');
});

test('a callback that throws leaves the source waiting, and says why', async ({ startCore }) => {
  const troubles: string[] = [];
  const source = createCallbackSource(
    {
      onGetServerData: () => {
        throw new Error('no database');
      },
    },
    { onTrouble: (message) => troubles.push(message) },
  );
  const { store } = await startCore({ configuredSource: () => source });
  await expect.poll(() => store.state.source.condition).toBe('waiting');
  expect(troubles[0]).toContain('no database');
});
