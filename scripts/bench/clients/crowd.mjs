/** Many overlays in one process: counts all frames, and reads the time stamps of some. */
import { answer, tell } from '../kit/answers.mjs';
import { monotonicMicros, readStamp } from '../kit/stamp.mjs';
import { percentile } from '../kit/stats.mjs';
import { openOverlay } from './overlay.mjs';

/** One in so many clients reads what it gets. */
const SAMPLE = 20;
const AT_ONCE = 50;
/** Milliseconds between two words to the server on how far the slowest is. */
const ACK_EVERY = 4;

/** @type {import('./overlay.mjs').Overlay[]} */
const overlays = [];
/** @type {number[]} */
let latencies = [];
let lost = 0;
let acked = 0;

/** @param {{ port: number, count: number, stalled: number }} options */
async function join({ port, count, stalled }) {
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    const batch = Math.min(AT_ONCE, count - opened);
    overlays.push(...(await Promise.all(Array.from({ length: batch }, () => openOverlay(port)))));
  }
  for (const { socket } of overlays.splice(0, stalled)) socket.pause();
  for (const [index, { walker, socket }] of overlays.entries()) {
    walker.frames = 0;
    socket.on('close', () => {
      lost += 1;
    });
    if (index % SAMPLE !== 0) continue;
    walker.onText = (payload) => latencies.push(monotonicMicros() - readStamp(payload));
  }
  setInterval(acknowledge, ACK_EVERY);
  return overlays.length;
}

function acknowledge() {
  const least = overlays.reduce((min, { walker }) => Math.min(min, walker.frames), Infinity);
  if (least === acked) return;
  acked = least;
  tell({ acked });
}

/** Latencies since the last report and processor time since the start, in microseconds. */
function report() {
  const total = overlays.reduce((sum, { walker }) => sum + walker.frames, 0);
  const p50 = percentile(latencies, 0.5);
  const p99 = percentile(latencies, 0.99);
  latencies = [];
  const { user, system } = process.cpuUsage();
  return { total, lost, p50, p99, cpu: user + system };
}

answer({ join, report });
