/** `npm run bench:fanout`: what it takes to tell 1,000 overlays something, beside a bare `ws` server. */
import { parseArgs } from 'node:util';
import { main } from '../setup/lifetime.mjs';
import { bundle } from './kit/bundle.mjs';
import { contest, ratio, typical } from './kit/contest.mjs';
import { fanoutTrial } from './kit/fanout-trial.mjs';
import { report } from './kit/report.mjs';
import { serverRuntimes } from './kit/runtimes.mjs';
import { soak } from './soak.mjs';

const { values: flags } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    soak: { type: 'boolean', default: false },
  },
});
const clients = Number(flags.clients);
const rounds = Number(flags.rounds);
const seconds = Number(flags.seconds);

const ONE = '1 a turn';
const TEN = '10 a turn';
const LOADS = { [ONE]: 1, [TEN]: 10 };
/** Latency is looked at while there is time to breathe. */
const CALM = { interval: 200, turns: 10 };

/** @param {import('./kit/fanout-trial.mjs').Contender} contender */
function measure(contender) {
  return fanoutTrial(contender, { clients }, async ({ broadcast }) => {
    /** @type {import('./kit/contest.mjs').Measured} */
    const results = {};
    for (const [row, perTurn] of Object.entries(LOADS)) {
      await broadcast('flood', { perTurn, seconds: 1 });
      const { 'memory MB': _, ...flood } = await broadcast('flood', { perTurn, seconds });
      const calm = await broadcast('pace', { perTurn, ...CALM });
      results[row] = { ...flood, 'p50 ms': calm['p50 ms'], 'p99 ms': calm['p99 ms'] };
    }
    return results;
  });
}

/** @param {string} row @param {Awaited<ReturnType<typeof contest>>} results */
function timesControl(row, { app, ws }) {
  return ratio(app, ws, row, 'deliveries/s');
}

await main(async () => {
  const fileOf = await bundle(['core-server', 'ws-server']);
  const { electron, node } = await serverRuntimes();
  const app = { name: 'app', start: electron, file: fileOf('core-server') };
  const ws = { name: 'ws', start: electron, file: fileOf('ws-server') };
  if (flags.soak) return soak(app, ws, { clients, rounds });

  const appInNode = { ...app, name: 'app in Node', start: node };
  const wsInNode = { ...ws, name: 'ws in Node', start: node };
  const results = await contest([app, ws, appInNode, wsInNode], rounds, measure);
  const cost = typical(results[app.name] ?? [])[TEN]?.['CPU µs each'] ?? Number.NaN;
  return report('fanout', results, [
    {
      what: 'ten a turn, deliveries a second ÷ bare ws',
      measured: timesControl(TEN, results),
      bound: 'at least',
      limit: 8,
    },
    { what: 'ten a turn, µs of CPU each', measured: cost, bound: 'at most', limit: 1.1 },
    {
      what: 'one a turn, deliveries a second ÷ bare ws',
      measured: timesControl(ONE, results),
      bound: 'at least',
      limit: 1,
    },
  ]);
});
