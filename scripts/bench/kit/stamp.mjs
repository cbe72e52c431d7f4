/** Time stamps inside messages, on the clock that all processes of a machine share. */

const MARK = '~';
const DIGITS = 16;

/** @returns {number} microseconds */
export function monotonicMicros() {
  return Number(process.hrtime.bigint() / 1000n);
}

/** @param {number} length of the text in bytes */
export function stampedText(length) {
  return (MARK + String(monotonicMicros()).padStart(DIGITS, '0')).padEnd(length, ' chat');
}

/** @param {Buffer} payload */
export function readStamp(payload) {
  const start = payload.indexOf(MARK) + 1;
  return Number(payload.toString('latin1', start, start + DIGITS));
}
