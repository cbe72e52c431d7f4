/** Drives the broadcasts from inside a server's process, and measures what they cost it. */
import { answer, tell } from '../kit/answers.mjs';
import { stampedText } from '../kit/stamp.mjs';
import { TEXT_LENGTH } from './community.mjs';

/**
 * @typedef {object} Driven
 * @property {number} port
 * @property {(text: string) => void} broadcast
 * @property {() => void} changeRoster
 */

/** Broadcasts that may be on their way before the slowest client has them. */
const WINDOW = 60;
/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 100;

/** @param {Driven} server */
export function drive(server) {
  let sent = 0;
  let acked = 0;
  let peak = 0;
  /** @type {() => void} */
  let onAcked = () => undefined;

  /** @param {number} most broadcasts that are still on their way */
  const untilUnderway = (most) =>
    new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      onAcked = () => (sent - acked <= most ? resolve() : undefined);
      onAcked();
    });

  /** All of a turn happens at the same moment, so it bears one stamp. @param {number} perTurn */
  const turn = (perTurn) => {
    const text = stampedText(TEXT_LENGTH);
    for (let index = 0; index < perTurn; index++) server.broadcast(text);
    sent += perTurn;
  };

  /** As fast as it goes without running ahead of the clients. @param {any} options */
  const flood = async ({ perTurn, seconds }) => {
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      turn(perTurn);
      await new Promise((resolve) => setImmediate(resolve));
      if (sent - acked > WINDOW) await untilUnderway(WINDOW);
    }
  };

  /** At a steady pace, whatever the clients do. @param {any} options */
  const pace = ({ perTurn, interval, turns }) =>
    new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      let left = turns;
      const timer = setInterval(() => {
        turn(perTurn);
        left -= 1;
        if (left > 0) return;
        clearInterval(timer);
        resolve();
      }, interval);
    });

  /** @param {() => Promise<unknown>} run */
  const measure = async (run) => {
    const sentBefore = sent;
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    peak = 0;
    await run();
    await untilUnderway(0);
    const seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    return { broadcasts: sent - sentBefore, seconds, cpu: user + system, peak };
  };

  setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK_EVERY);
  answer(
    {
      flood: (options) => measure(() => flood(options)),
      pace: (options) => measure(() => pace(options)),
      memory: () => process.memoryUsage.rss(),
      churn: ({ interval }) => void setInterval(() => server.changeRoster(), interval),
    },
    (message) => {
      acked = message.acked;
      onAcked();
    },
  );
  tell({ ready: server.port });
}
