/** Overlays that join one after the other, as fast as they get what they ask for, and leave again. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from '../kit/answers.mjs';
import { percentile } from '../kit/stats.mjs';
import { openOverlay } from './overlay.mjs';

/**
 * @param {object} options
 * @param {number} options.port
 * @param {number} options.count
 * @param {number} options.pause milliseconds between two
 * @returns {Promise<{ p50: number, p99: number, bytes: number }>} milliseconds from `connect` to the
 *   last byte of the `server-join`; bytes of all that came
 */
async function join({ port, count, pause }) {
  /** @type {number[]} */
  const times = [];
  let bytes = 0;
  for (let done = 0; done < count; done++) {
    const startedAt = performance.now();
    const { socket } = await openOverlay(port);
    times.push(performance.now() - startedAt);
    bytes = socket.bytesRead;
    socket.destroy();
    await once(socket, 'close');
    if (pause > 0) await sleep(pause);
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), bytes };
}

answer({ join });
