/** The tray is a projection of the state. */
import { expect, test } from '@playwright/test';
import { type TrayMenuItem, trayModel } from '../../main/shell/tray-model.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import type { ClientInfo, GuildInfo, State } from '../../shared/state.ts';

const guild = (guildId: string, name: string): GuildInfo => ({
  guildId,
  id: name,
  name,
  default: false,
  passworded: false,
  members: 1,
});
const client = { id: 1 } as ClientInfo;

const RUNNING: State = {
  server: { phase: 'listening', host: '127.0.0.1', port: 3000 },
  source: { kind: 'mock', condition: 'no-source' },
  clients: [],
  guilds: [guild('1', 'Alpha')],
  keyUses: [],
  obs: { phase: 'off' },
  bot: null,
  secrets: { place: 'memory', stored: [] },
  settings: DEFAULT_SETTINGS,
  notices: [],
  hasTray: true,
};

const labels = (items: readonly TrayMenuItem[]): string[] =>
  items.map((item) => (item.type === 'separator' ? '—' : item.label));
const find = (state: State, label: string): TrayMenuItem | undefined =>
  trayModel(state).menu.find((item) => item.type !== 'separator' && item.label === label);

test('running: the whole menu, in order', () => {
  const model = trayModel(RUNNING);
  expect(model.icon).toBe('running');
  expect(model.tooltip).toBe('D-Back Desktop: mock · no source configured, 0 clients connected');
  expect(labels(model.menu)).toEqual([
    'Copy overlay URL',
    'Mock mode',
    '—',
    'Open dashboard',
    'Open overlay in browser',
    '—',
    '0 clients connected',
    'Quit',
  ]);
});

test('rehearsal: another icon, a check mark, and a click that ends it', () => {
  const state: State = {
    ...RUNNING,
    source: { kind: 'mock', condition: 'rehearsal' },
    settings: { ...DEFAULT_SETTINGS, 'mock.enabled': true },
  };
  expect(trayModel(state).icon).toBe('rehearsal');
  expect(find(state, 'Mock mode')).toMatchObject({
    checked: true,
    action: { do: 'set-mock-mode', enabled: false },
  });
});

test('trouble: its own icon, and no URL to copy or open', () => {
  const state: State = {
    ...RUNNING,
    server: { phase: 'failed', reason: 'port-taken', port: 3000, message: 'x' },
  };
  expect(trayModel(state)).toMatchObject({
    icon: 'trouble',
    tooltip: 'D-Back Desktop: not running, open the dashboard',
  });
  expect(find(state, 'Copy overlay URL')).toMatchObject({ enabled: false });
  expect(find(state, 'Open overlay in browser')).toMatchObject({ enabled: false });
});

test('a source in trouble: what is the matter, and an icon only for what does not mend itself', () => {
  const problem = { code: 'relay-unreachable', detail: 'refused' } as const;
  const waiting = {
    kind: 'relay',
    condition: 'waiting',
    problem,
    retryAt: 0,
    isStale: true,
  } as const;
  expect(trayModel({ ...RUNNING, source: waiting })).toMatchObject({
    icon: 'running',
    tooltip:
      'D-Back Desktop: The server cannot be reached. relay · trying again soon, 0 clients connected',
  });
  const refused = { kind: 'relay', condition: 'refused', problem } as const;
  expect(trayModel({ ...RUNNING, source: refused }).icon).toBe('trouble');
});

test('several guilds: a submenu with one URL each', () => {
  const state: State = { ...RUNNING, guilds: [guild('1', 'Alpha'), guild('2', 'R&D')] };
  expect(find(state, 'Copy overlay URL')).toMatchObject({
    type: 'submenu',
    items: [
      { label: 'Alpha', action: { do: 'copy-overlay-url', guildId: '1' } },
      { label: 'R&D', action: { do: 'copy-overlay-url', guildId: '2' } },
    ],
  });
});

test('clients are counted in words', () => {
  expect(labels(trayModel({ ...RUNNING, clients: [client] }).menu)).toContain('1 client connected');
  expect(trayModel({ ...RUNNING, clients: [client, client] }).tooltip).toContain('2 clients');
});

test('the preview in the window is not counted', () => {
  const preview = { id: 2, app: 'preview' } as ClientInfo;
  expect(trayModel({ ...RUNNING, clients: [preview, client] }).tooltip).toContain('1 client');
});
