/** OBS, through its own protocol: connecting, adding the overlay, bringing it back, going live. */
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeObs, type FakeObsOptions } from '../fakes/fake-obs.ts';
import { createFakeSource, reportSmallCommunity } from '../fakes/fake-source.ts';
import { Client } from '../fixtures/client.ts';
import { test as base, expect, type TestCore, type TestCoreOptions } from '../fixtures/core.ts';

const OBS_AGENT = { 'User-Agent': 'Mozilla/5.0 Chrome/127 OBS/31.0.2' };
const NAME = 'D-Back overlay';

interface Desk {
  readonly core: TestCore;
  readonly obs: FakeObs;
  readonly connected: () => Promise<void>;
}

const test = base.extend<{
  startObs: (options?: FakeObsOptions) => Promise<FakeObs>;
  desk: (options?: TestCoreOptions, obs?: FakeObsOptions) => Promise<Desk>;
}>({
  startObs: async ({}, use) => {
    const started: FakeObs[] = [];
    await use(async (options) => {
      const obs = await FakeObs.start(options);
      started.push(obs);
      return obs;
    });
    await Promise.all(started.map((obs) => obs.stop()));
  },
  desk: async ({ startCore, startObs }, use) => {
    await use(async (options = {}, obsOptions = {}) => {
      const obs = await startObs(obsOptions);
      const source = createFakeSource(reportSmallCommunity);
      const core = await startCore({
        configuredSource: () => source,
        ...options,
        settings: { 'obs.enabled': true, 'obs.address': obs.address, ...options.settings },
      });
      const connected = () =>
        expect.poll(() => core.store.state.obs.phase, { timeout: 10_000 }).toBe('connected');
      return { core, obs, connected };
    });
  },
});

test('the overlay is added to the scene on air, at the size of the canvas, with its own key', async ({
  desk,
}) => {
  const { core, obs, connected } = await desk();
  await connected();
  await core.commands.addToObs(null, '1003');
  const input = obs.inputs.get(NAME);
  expect(input?.settings).toMatchObject({
    width: 1920,
    height: 1080,
    fps_custom: true,
    fps: 60,
    shutdown: false,
  });
  expect([...(input?.scenes ?? [])]).toEqual(['Gaming']);
  // What OBS would open gets into the protected guild.
  const url = new URL(String(input?.settings['url']));
  const client = await Client.open(`${core.socketUrl}/?key=${url.searchParams.get('key')}`);
  client.connect(url.searchParams.get('s'));
  expect((await client.nextOf('server-join')).data.serverName).toBe('Gamma');
  expect(core.store.state.obs).toMatchObject({
    version: '31.0.2',
    scene: 'Gaming',
    sources: [{ name: NAME, scenes: ['Gaming'], keyId: expect.any(String) }],
  });
  expect(JSON.stringify(core.store.state)).not.toContain(url.searchParams.get('key'));
});

test('a second scene shows the same source, not another one', async ({ desk }) => {
  const { core, obs, connected } = await desk();
  await connected();
  await core.commands.addToObs('Gaming', null);
  await core.commands.addToObs('BRB', null);
  expect([...obs.inputs.keys()]).toEqual([NAME]);
  expect([...(obs.inputs.get(NAME)?.scenes ?? [])]).toEqual(['Gaming', 'BRB']);
});

for (const hasNoRefreshButton of [false, true]) {
  const how = hasNoRefreshButton ? 'by another address and back' : 'by its button';
  test(`a source is refreshed ${how}`, async ({ desk }) => {
    const { core, obs, connected } = await desk({}, { hasNoRefreshButton });
    await connected();
    await core.commands.addToObs(null, null);
    const url = obs.inputs.get(NAME)?.settings['url'];
    const before = obs.inputs.get(NAME)?.refreshes ?? 0;
    await core.commands.refreshObs(NAME);
    expect(obs.inputs.get(NAME)?.refreshes).toBe(before + 1);
    expect(obs.inputs.get(NAME)?.settings['url']).toBe(url);
  });
}

test('with a password: the right one connects, a wrong one is told and not tried again', async ({
  desk,
}) => {
  const { core, obs, connected } = await desk({}, { password: 'hunter22' });
  await expect.poll(() => core.store.state.obs).toEqual({ phase: 'refused', reason: 'password' });
  await core.commands.setSecret('obs.password', 'wrong');
  await expect.poll(() => core.store.state.obs).toEqual({ phase: 'refused', reason: 'password' });
  await core.commands.setSecret('obs.password', 'hunter22');
  await connected();
  expect(JSON.stringify([core.store.state, core.events.from(0, 1000)])).not.toContain('hunter22');
  expect(obs.connections).toBe(1);
});

test('an overlay that does not come back within five seconds is loaded anew', async ({ desk }) => {
  const clock = new FakeClock();
  const { core, obs, connected } = await desk({ clock, settings: { 'obs.enabled': false } });
  obs.inputs.set('Island', {
    settings: { url: `${core.url}/?s=alpha` },
    scenes: new Set(['Gaming']),
    refreshes: 0,
  });
  obs.inputs.set('Alerts', {
    settings: { url: 'https://alerts.example/' },
    scenes: new Set(['Gaming']),
    refreshes: 0,
  });
  core.commands.changeSetting('obs.enabled', true);
  await connected();
  clock.advance(4_999);
  expect(obs.inputs.get('Island')?.refreshes).toBe(0);
  clock.advance(1);
  await expect.poll(() => obs.inputs.get('Island')?.refreshes).toBe(1);
  expect(obs.inputs.get('Alerts')?.refreshes).toBe(0);
});

test('an overlay that is there is left alone', async ({ desk }) => {
  const clock = new FakeClock();
  const { core, obs, connected } = await desk({ clock, settings: { 'obs.enabled': false } });
  obs.inputs.set('Island', {
    settings: { url: `${core.url}/?s=alpha` },
    scenes: new Set(['Gaming']),
    refreshes: 0,
  });
  const client = await Client.open(core.socketUrl, { headers: OBS_AGENT });
  core.refreshClients();
  core.commands.changeSetting('obs.enabled', true);
  await connected();
  clock.advance(10_000);
  const before = obs.requests.length;
  await core.commands.refreshObs('nothing of this name');
  expect(obs.requests.slice(before)).toEqual([]);
  await client.settle();
  expect(obs.inputs.get('Island')?.refreshes).toBe(0);
});

test('OBS that starts later is found, and found again after it was closed', async ({
  startObs,
  startCore,
}) => {
  const first = await startObs();
  const { address } = first;
  const port = Number(address.split(':')[1]);
  await first.stop();
  const clock = new FakeClock();
  const core = await startCore({
    clock,
    settings: { 'obs.enabled': true, 'obs.address': address },
  });
  expect(core.store.state.obs).toEqual({ phase: 'searching' });
  const obs = await startObs({ port });
  await expect
    .poll(
      () => {
        clock.advance(5_000);
        return core.store.state.obs.phase;
      },
      { timeout: 10_000 },
    )
    .toBe('connected');
  await obs.stop();
  await expect.poll(() => core.store.state.obs.phase).toBe('searching');
});

test('going live in a rehearsal is told, and ends it where the streamer wants that', async ({
  desk,
}) => {
  const clock = new FakeClock();
  const { core, obs, connected } = await desk({ clock, settings: { 'mock.enabled': true } });
  await connected();
  const settle = async (): Promise<void> => {
    const before = obs.requests.length;
    await expect
      .poll(() => {
        clock.advance(200);
        return obs.requests.length;
      })
      .toBeGreaterThan(before);
  };
  obs.setStreaming(true);
  await settle();
  await expect
    .poll(() => core.store.state.notices.map(({ code }) => code))
    .toEqual(['live-in-rehearsal']);
  expect(core.store.state.settings['mock.enabled']).toBe(true);
  obs.setStreaming(false);
  await settle();
  core.commands.changeSetting('obs.leaveRehearsal', true);
  obs.setStreaming(true);
  await settle();
  await expect.poll(() => core.store.state.settings['mock.enabled']).toBe(false);
});

test('without OBS nothing can be added, and it is said why', async ({ startCore }) => {
  const core = await startCore();
  await expect(core.commands.addToObs(null, null)).rejects.toThrow('OBS is not connected');
  await expect(core.commands.refreshObs(null)).rejects.toThrow('OBS is not connected');
});
