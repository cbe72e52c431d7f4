/** The script source, in real child processes: what it shows, and what of its faults others notice. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeFork } from '../../main/core/sources/script/fork-node.ts';
import { Client } from '../fixtures/client.ts';
import { test as base, expect, type TestCore } from '../fixtures/core.ts';

const fileIn = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const RUNNER = fileIn('out/main/script-runner.cjs');
const EXAMPLES = fileIn('docs/sources/examples');
const patient = { timeout: 15_000 };

const community = (name: string, more = ''): string => `export default (dback) => {
  dback.onGetServerData(() => ({ '1': { id: 'a', name: ${JSON.stringify(name)} } }));
  dback.onGetUserData(() => ({ 7: { uid: '7', username: 'Ada', status: 'online', roleColor: '#123456' } }));
  ${more}
};`;

interface Started {
  readonly core: TestCore;
  readonly names: () => string[];
  readonly condition: () => string;
  readonly printed: () => string;
}

const test = base.extend<{ run: (file: string) => Promise<Started>; file: string }>({
  file: async ({ dir }, use) => use(join(dir, 'script.mjs')),
  run: async ({ startCore }, use) => {
    await use(async (file) => {
      const core = await startCore({
        forkScript: createNodeFork(RUNNER),
        settings: { 'source.kind': 'script', 'script.file': file },
      });
      return {
        core,
        names: () => core.store.state.guilds.map(({ name }) => name),
        condition: () => core.store.state.source.condition,
        printed: () => JSON.stringify(core.events.from(0, 1000)),
      };
    });
  },
});

for (const [example, name] of [
  ['static-community', 'Home'],
  ['chat-timer', 'Clock tower'],
] as const) {
  test(`the example ${example} reaches an overlay`, async ({ run }) => {
    const { core, names } = await run(join(EXAMPLES, `${example}.mjs`));
    await expect.poll(names, patient).toEqual([name]);
    const client = await Client.open(core.socketUrl);
    client.connect(null);
    expect((await client.nextOf('server-join')).data.serverName).toBe(name);
    if (example === 'chat-timer') await client.nextOf('message');
  });
}

test('the example json-file shows the file anew when it is saved', async ({ run, dir }) => {
  const script = join(dir, 'json-file.mjs');
  const member = (uid: string) => ({ uid, username: uid, status: 'online', roleColor: '#123456' });
  await copyFile(join(EXAMPLES, 'json-file.mjs'), script);
  await writeFile(join(dir, 'members.json'), JSON.stringify({ 1: member('1') }));
  const { core } = await run(script);
  const members = (): number[] => core.store.state.guilds.map((guild) => guild.members);
  await expect.poll(members, patient).toEqual([1]);
  await writeFile(join(dir, 'members.json'), JSON.stringify({ 1: member('1'), 2: member('2') }));
  await expect.poll(members, patient).toEqual([2]);
});

test('saving it shows it anew; a mistake is told with its line, and the last community stands', async ({
  run,
  file,
}) => {
  await writeFile(file, community('First'));
  const { core, names, condition } = await run(file);
  await expect.poll(names, patient).toEqual(['First']);
  await writeFile(file, 'export default (dback) => {\n  dback.onGet(;\n};');
  await expect.poll(condition, patient).toBe('refused');
  expect(core.store.state.source).toMatchObject({
    problem: { code: 'script-broken', detail: expect.stringContaining('2') },
    isStale: true,
  });
  expect(names()).toEqual(['First']);
  await writeFile(file, community('Second'));
  await expect.poll(names, patient).toEqual(['Second']);
  await expect.poll(condition).toBe('live');
});

const FAULTS: Readonly<Record<string, string>> = {
  'ends itself': 'setTimeout(() => process.exit(1), 300);',
  aborts: 'setTimeout(() => process.abort(), 300);',
  'throws out of a timer': "setTimeout(() => { throw new Error('boom'); }, 300);",
  floods: "setTimeout(() => { for (;;) dback.broadcastMessage('1', '7', 'x', '1'); }, 300);",
  'hangs in a loop': 'setTimeout(() => { for (;;); }, 300);',
};

for (const [what, code] of Object.entries(FAULTS)) {
  test(`a script that ${what} is started again, and viewers notice nothing`, async ({
    run,
    file,
  }) => {
    await writeFile(file, community('Faulty', code));
    const { core, names, condition } = await run(file);
    await expect.poll(names, patient).toEqual(['Faulty']);
    const viewer = await Client.join(core.socketUrl);
    await expect.poll(condition, { ...patient, intervals: [20] }).toBe('waiting');
    viewer.send({ type: 'alive?' });
    await expect
      .poll(() => viewer.frames.some(({ type }) => type === 'error'), { timeout: 1_000 })
      .toBe(true);
    expect(names()).toEqual(['Faulty']);
  });
}

test('it gets no secret from the environment, and what it prints is in the log', async ({
  run,
  file,
}) => {
  process.env['D_BACK_SEEDED_SECRET'] = 'hunter22';
  await writeFile(file, community('Env', 'console.log(JSON.stringify(process.env), "end");'));
  const { printed } = await run(file);
  await expect.poll(printed, patient).toContain('end');
  expect(printed()).not.toContain('hunter22');
  delete process.env['D_BACK_SEEDED_SECRET'];
});
