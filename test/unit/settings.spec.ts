/** Settings survive whatever happens to their file, and nothing in it is lost. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSettings, type SettingsWriter } from '../../main/core/settings.ts';
import { loadSettings } from '../../main/core/settings-file.ts';
import { DEFAULT_SETTINGS, SETTING_RULES } from '../../shared/settings.ts';
import type { Notice } from '../../shared/state.ts';
import { expect, test } from '../fixtures/core.ts';

test('no file: defaults, no complaint', ({ dir }) => {
  expect(loadSettings(join(dir, 'settings.json'))).toEqual({
    values: DEFAULT_SETTINGS,
    notices: [],
    mayWrite: true,
  });
});

for (const [what, content] of [
  ['truncated', '{"server": {"port": 40'],
  ['empty', ''],
  ['foreign', '<?xml version="1.0"?>'],
  ['a list', '[1, 2]'],
] as const) {
  test(`${what}: defaults, and the file is kept beside`, ({ dir }) => {
    const file = join(dir, 'settings.json');
    writeFileSync(file, content);
    const { values, notices } = loadSettings(file);
    expect(values).toEqual(DEFAULT_SETTINGS);
    const [keptAs = ''] = readdirSync(dir);
    expect(notices).toEqual([{ code: 'settings-recovered', keptAs }]);
    expect(readFileSync(join(dir, keptAs), 'utf8')).toBe(content);
  });
}

test('one bad value: its default, the other values stay, a copy is kept', ({ dir }) => {
  const file = join(dir, 'settings.json');
  const content = '{"server":{"port":"x","host":"::1"},"mock":{"enabled":true},"other":{"a":1}}';
  writeFileSync(file, content);
  const { values, notices, mayWrite } = loadSettings(file);
  expect(values).toEqual({ ...DEFAULT_SETTINGS, 'server.host': '::1', 'mock.enabled': true });
  expect(notices).toMatchObject([{ code: 'settings-invalid', keys: ['server.port'] }]);
  expect(mayWrite).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(content);
  expect(readdirSync(dir)).toHaveLength(2);
});

test('the same bad file is kept once, however often the program starts', ({ dir }) => {
  const file = join(dir, 'settings.json');
  writeFileSync(file, '{"server":{"port":"x"}}');
  for (let start = 0; start < 3; start += 1) loadSettings(file);
  expect(readdirSync(dir)).toHaveLength(2);
});

test('a value in place of a section is no setting at all', ({ dir }) => {
  const file = join(dir, 'settings.json');
  writeFileSync(file, '{"server":4000,"mock":true,"window":{"closeToTray":false}}');
  const { values, notices } = loadSettings(file);
  expect(values).toEqual({ ...DEFAULT_SETTINGS, 'window.closeToTray': false });
  expect(notices).toMatchObject([{ code: 'settings-invalid', keys: ['server', 'mock'] }]);
});

test('a byte-order mark does no harm', ({ dir }) => {
  const file = join(dir, 'settings.json');
  writeFileSync(file, '\ufeff{"server":{"port":4000}}');
  expect(loadSettings(file)).toMatchObject({ values: { 'server.port': 4000 }, notices: [] });
});

test('a newer file is used as far as it is understood, and never written', async ({ dir }) => {
  const file = join(dir, 'settings.json');
  writeFileSync(file, '{"version":99,"mock":{"enabled":true,"mood":"new"}}');
  const loaded = loadSettings(file);
  expect(loaded).toMatchObject({ mayWrite: false, notices: [{ code: 'settings-newer' }] });
  const settings = createSettings(loaded, async () => {
    throw new Error('must not be opened');
  });
  settings.change('mock.enabled', false);
  expect(settings.values()['mock.enabled']).toBe(false);
});

test('a flag wins and is not saved; a change by hand wins over the flag', async () => {
  const written: unknown[] = [];
  const writer: SettingsWriter = {
    has: () => false,
    set: (key, value) => void written.push([key, value]),
  };
  const loaded = { values: DEFAULT_SETTINGS, notices: [], mayWrite: true };
  const settings = createSettings(loaded, async () => writer, { 'server.port': 81 });
  expect(settings.values()['server.port']).toBe(81);
  settings.change('mock.enabled', true);
  await expect
    .poll(() => written)
    .toEqual([
      ['version', 1],
      ['mock.enabled', true],
    ]);
  settings.change('server.port', 82);
  expect(settings.values()['server.port']).toBe(82);
});

test('a disk that cannot be written: in memory, with one warning', async () => {
  const notices: Notice[] = [];
  const loaded = { values: DEFAULT_SETTINGS, notices: [], mayWrite: true };
  const settings = createSettings(loaded, async () => {
    throw new Error('ENOSPC: no space left on device');
  });
  settings.onNotice((notice) => notices.push(notice));
  settings.change('mock.enabled', true);
  settings.change('mock.seed', 9);
  await expect.poll(() => notices.length).toBeGreaterThan(0);
  expect(settings.values()).toMatchObject({ 'mock.enabled': true, 'mock.seed': 9 });
  expect(notices).toEqual([
    { code: 'settings-unsaved', reason: expect.stringContaining('no space left') },
  ]);
});

test('a host for the socket is a name or an IPv4 address with its port, and nothing beside it', () => {
  const { accepts } = SETTING_RULES['overlay.socketHosts'];
  for (const host of ['example.org:443', 'LOCALHOST:1', '192.0.2.7:65535', 'a-b.c:80']) {
    expect(accepts([host]), host).toBe(true);
  }
  for (const host of [
    ...['example.org', 'example.org:', 'example.org:0', 'example.org:65536', 'example.org:080'],
    ...[':80', '*:80', '*.example.org:443', '[::1]:80', 'wss://a:1', 'a:1/ws', 'u@a:1', 'a:1 b:2'],
    ...['a:1;', "a:1; script-src 'unsafe-inline'", 'a:1\r\nX-Evil: 1', 'a:1\n', '"a:1', 'a:1">'],
    ...['-a:1', `${'a'.repeat(254)}:1`, '', ' a:1', 80, null, ['a:1']],
  ]) {
    expect(accepts([host]), String(host)).toBe(false);
  }
  const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `h${i}:1`);
  expect(accepts(many(16))).toBe(true);
  expect(accepts(many(17))).toBe(false);
  expect(accepts('a:1')).toBe(false);
});
