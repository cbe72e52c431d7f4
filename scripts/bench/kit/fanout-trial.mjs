/** One server and the crowd it talks to, for one round. */
import { resolve } from 'node:path';
import { CLIENT_CORE, launch } from './processes.mjs';

const CROWD = resolve(import.meta.dirname, '../clients/crowd.mjs');
const MEMBERS = '50';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {import('./runtimes.mjs').StartServer} start
 * @property {string} file
 */

/**
 * @template T
 * @param {Contender} contender
 * @param {{ clients: number, stalled?: number }} crowdSize
 * @param {(trial: Awaited<ReturnType<typeof open>>) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function fanoutTrial(contender, crowdSize, run) {
  const trial = await open(contender, crowdSize);
  const result = await run(trial);
  await trial.close();
  return result;
}

/** @param {Contender} contender @param {{ clients: number, stalled?: number }} crowdSize */
async function open({ start, file }, { clients, stalled = 0 }) {
  const server = start(file, { BENCH_MEMBERS: MEMBERS });
  const port = await server.next('ready');
  const idleMemory = await server.ask('memory');
  const crowd = launch([process.execPath, CROWD], { core: CLIENT_CORE });
  crowd.child.on('message', (/** @type {any} */ message) => {
    if ('acked' in message) server.child.send(message);
  });
  await crowd.ask('join', { port, count: clients, stalled });
  const readers = clients - stalled;

  /**
   * Throws unless every client that reads got every frame.
   * @param {'flood' | 'pace'} how
   * @param {object} options
   */
  const broadcast = async (how, options) => {
    const before = await crowd.ask('report');
    const { broadcasts, seconds, cpu, peak } = await server.ask(how, options);
    const { total, lost, p50, p99, ...after } = await crowd.ask('report');
    const deliveries = total - before.total;
    if (lost > 0 || deliveries !== broadcasts * readers) {
      throw new Error(`${deliveries} of ${broadcasts * readers} delivered, ${lost} clients lost.`);
    }
    return {
      'deliveries/s': deliveries / seconds,
      'CPU µs each': cpu / deliveries,
      'server busy': cpu / 1e6 / seconds,
      'clients busy': (after.cpu - before.cpu) / 1e6 / seconds,
      'p50 ms': p50 / 1000,
      'p99 ms': p99 / 1000,
      'memory MB': (peak - idleMemory) / 2 ** 20,
    };
  };

  const close = async () => {
    await crowd.end();
    await server.end();
  };
  return { broadcast, close };
}
