/** The command line. */
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseFlags } from '../../main/core/flags.ts';
import { ownArguments } from '../../main/shell/arguments.ts';

test('nothing given changes nothing', () => {
  expect(parseFlags([])).toEqual({
    overrides: {},
    userDataDir: null,
    hidden: false,
    headless: false,
    version: false,
    help: false,
  });
});

test('every flag is understood, with a blank or an equals sign', () => {
  const args = '--port 81 --host=::1 --static-dir site --user-data-dir=/tmp/x --mock --hidden';
  expect(parseFlags(args.split(' '))).toMatchObject({
    overrides: {
      'server.port': 81,
      'server.host': '::1',
      'server.staticDir': resolve('site'),
      'mock.enabled': true,
    },
    userDataDir: resolve('/tmp/x'),
    hidden: true,
  });
});

const bad = [
  ['--port', 'abc'],
  ['--port', '-1'],
  ['--port', '65536'],
  ['--port', '3000.5'],
  ['--port', ''],
  ['--port'],
  ['--host', 'not a host'],
  ['--host', '1.2.3'],
  ['--host', '256.1.1.1'],
  ['--host', ''],
  ['--static-dir', ' '],
  ['--prot', '3000'],
  ['--mock=yes'],
  ['stray'],
];

for (const args of bad) {
  test(`${args.join(' ')} is refused in one line`, () => {
    expect(() => parseFlags(args)).toThrow(/^[^\n]+$/);
  });
}

test('own flags are found among those of Electron and Chromium', () => {
  const argv = ['electron', '--no-sandbox', '--inspect=0', '/app', '--port', '1', '--disable-gpu'];
  expect(ownArguments(argv, false)).toEqual(['--port', '1']);
  expect(ownArguments(['app', '--mock', '--ozone-platform=x11', '-psn_0_1'], true)).toEqual([
    '--mock',
  ]);
});
