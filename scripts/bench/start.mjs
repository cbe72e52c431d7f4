/** `npm run bench:start`: how soon the app listens and what it keeps in the tray, beside a bare Electron. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../setup/build.mjs';
import { electronRuntime } from '../setup/electron-runtime.mjs';
import { electronSwitches } from '../setup/electron-switches.mjs';
import { atEnd, main } from '../setup/lifetime.mjs';
import { ROOT } from '../setup/paths.mjs';
import { bundle } from './kit/bundle.mjs';
import { contest, ratio } from './kit/contest.mjs';
import { privateDesktop } from './kit/desktop.mjs';
import { measureProgram } from './kit/program.mjs';
import { report } from './kit/report.mjs';
import { startTrayHost } from './kit/tray-host.mjs';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    /** Seconds in the tray before the memory is looked at. */
    idle: { type: 'string', default: '10' },
  },
});
const ROW = 'in the tray';
const ICON = join(ROOT, 'assets', 'icons', 'tray-running-24.png');

await main(async () => {
  await build();
  const fileOf = await bundle(['bare-app']);
  const { executable } = await electronRuntime();
  const electron = [executable, ...electronSwitches()];
  const desktop = await privateDesktop();
  const env = { ...desktop, BENCH_ICON: ICON };
  const host = await startTrayHost(desktop['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const dir = await mkdtemp(join(tmpdir(), 'd-back-bench-'));
  atEnd(() => rm(dir, { recursive: true, force: true }));
  const dataDir = (/** @type {string} */ name) => `--user-data-dir=${join(dir, name)}`;
  const app = { name: 'app', args: [ROOT, '--hidden', '--port=0', dataDir('app')] };
  const bare = { name: 'bare Electron', args: [fileOf('bare-app'), dataDir('bare')] };

  const measure = async (/** @type {typeof app} */ { name, args }, idle = Number(flags.idle)) => {
    const before = host.icons.length;
    const measured = await measureProgram([...electron, ...args], env, idle);
    if (idle > 0 && host.icons.length === before) throw new Error(`${name} has shown no icon.`);
    return { [ROW]: measured };
  };
  // The first start of all reads from the disk and makes the folders.
  for (const contender of [app, bare]) await measure(contender, 2);
  const results = await contest([app, bare], Number(flags.rounds), (c) => measure(c));
  host.close();
  const against = (/** @type {string} */ column) =>
    ratio(results[app.name], results[bare.name], ROW, column);
  return report('start', results, [
    {
      what: 'start to listening ÷ bare',
      measured: against('listening ms'),
      bound: 'at most',
      limit: 1.2,
    },
    { what: 'idle memory ÷ bare', measured: against('idle MB'), bound: 'at most', limit: 1.1 },
  ]);
});
