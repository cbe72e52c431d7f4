/** The seam for signing in at a relay: who gets credentials, and what becomes of a refusal. */

import { createMemorySecrets } from '../../main/core/memory-secrets.ts';
import { systemClock } from '../../main/core/ports.ts';
import { createRelaySource } from '../../main/core/sources/relay/relay-source.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { COMMUNITY, expect, LOCKED, sourceLines, test, untilMembers } from '../fixtures/relay.ts';

const USER = { id: '42', username: 'streamer' };

for (const token of ['right', 'wrong']) {
  test(`a protected guild with the ${token} token`, async ({ startDBack, startCore }) => {
    const dBack = await startDBack({ ...COMMUNITY, logins: { [LOCKED]: 'right' } });
    const asked: string[] = [];
    const core = await startCore({
      configuredSource: () =>
        createRelaySource(
          {
            clock: systemClock,
            settings: () => ({ ...DEFAULT_SETTINGS, 'relay.url': dBack.url }),
            forkScript: undefined,
            secrets: createMemorySecrets(),
            version: '1',
            instance: 'this',
            onUpstream: () => undefined,
            onFact: (fact) => core.events.add(fact),
            onBot: () => undefined,
          },
          {
            async credentials(guildId) {
              asked.push(guildId);
              return { discordToken: token, discordUser: USER };
            },
          },
        ),
    });
    await untilMembers(core, { Main: 2, Side: 1, Locked: token === 'right' ? 1 : 0 });
    await expect.poll(async () => (await dBack.tell()).connects.length).toBe(3);
    const { connects } = await dBack.tell();
    expect(asked).toEqual([LOCKED]);
    // Open guilds get nothing that they do not need.
    expect(connects).toEqual([
      { server: 'M' },
      { server: 'S' },
      { server: 'L', discordToken: token, discordUser: USER },
    ]);
    if (token === 'wrong') {
      await expect.poll(() => sourceLines(core).join()).toContain('“Locked” is not followed');
    }
    expect(JSON.stringify(core.events.from(0, 1000))).not.toContain(token);
  });
}
