/** `npm run bench:fanout -- --soak`: half a minute of ordinary chat with one overlay that is stuck. */
import { contest, ratio, typical } from './kit/contest.mjs';
import { fanoutTrial } from './kit/fanout-trial.mjs';
import { report } from './kit/report.mjs';

const ROW = '10 messages a second';
const PACE = { perTurn: 1, interval: 100, turns: 300 };
const STALLED = 1;

/**
 * A message that is not delivered ends it with an error.
 * @param {import('./kit/fanout-trial.mjs').Contender} app
 * @param {import('./kit/fanout-trial.mjs').Contender} control
 * @param {{ clients: number, rounds: number }} size
 */
export async function soak(app, control, { clients, rounds }) {
  const results = await contest([app, control], rounds, (contender) =>
    fanoutTrial(contender, { clients, stalled: STALLED }, async ({ broadcast }) => ({
      [ROW]: await broadcast('pace', PACE),
    })),
  );
  const ours = results[app.name] ?? [];
  return report('soak', results, [
    {
      what: 'p99 ÷ bare ws',
      measured: ratio(ours, results[control.name], ROW, 'p99 ms'),
      bound: 'at most',
      limit: 2,
    },
    {
      what: 'MB above idle',
      measured: typical(ours)[ROW]?.['memory MB'] ?? Number.NaN,
      bound: 'at most',
      limit: 64,
    },
  ]);
}
