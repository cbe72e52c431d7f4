/** `npm run bench:join`: how long an overlay waits for a guild of 10,000, beside a server that caches. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main } from '../setup/lifetime.mjs';
import { bundle } from './kit/bundle.mjs';
import { contest, ratio } from './kit/contest.mjs';
import { CLIENT_CORE, launch } from './kit/processes.mjs';
import { report } from './kit/report.mjs';
import { serverRuntimes } from './kit/runtimes.mjs';

const { values: flags } = parseArgs({
  options: {
    members: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
  },
});

const JOINER = resolve(import.meta.dirname, 'clients/joiner.mjs');
const WARM_UP = 50;
const STEADY = 'steady roster';
const CHANGING = 'changing every second';

/** @param {import('./kit/fanout-trial.mjs').Contender} contender */
async function measure({ start, file }) {
  const server = start(file, { BENCH_MEMBERS: flags.members });
  const port = await server.next('ready');
  const joiner = launch([process.execPath, JOINER], { core: CLIENT_CORE });
  /** @param {number} count @param {number} pause */
  const join = async (count, pause) => {
    const { p50, p99, bytes } = await joiner.ask('join', { port, count, pause });
    return { 'p50 ms': p50, 'p99 ms': p99, 'kB each': bytes / 1000 };
  };
  await join(WARM_UP, 0);
  const steady = await join(300, 0);
  await server.ask('churn', { interval: 1000 });
  const changing = await join(250, 20);
  await joiner.end();
  await server.end();
  return { [STEADY]: steady, [CHANGING]: changing };
}

await main(async () => {
  const fileOf = await bundle(['core-server', 'ws-server']);
  const { electron: start } = await serverRuntimes();
  const app = { name: 'app', start, file: fileOf('core-server') };
  const control = { name: 'ws that caches', start, file: fileOf('ws-server') };
  const results = await contest([app, control], Number(flags.rounds), measure);
  const targets = [STEADY, CHANGING].map((row) => ({
    what: `${row}, p50 ÷ control`,
    measured: ratio(results[app.name], results[control.name], row, 'p50 ms'),
    bound: /** @type {const} */ ('at most'),
    limit: 1.2,
  }));
  return report('join', results, targets);
});
