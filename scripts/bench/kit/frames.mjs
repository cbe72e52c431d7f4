/** WebSocket framing for clients so cheap that only the server is measured (RFC 6455, section 5). */

/** A masked text frame; the mask is zero, so that the payload stays as it is. @param {string} text */
export function clientTextFrame(text) {
  const payload = Buffer.from(text);
  if (payload.length > 125) throw new Error('Benchmark requests are short.');
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** An empty, masked pong. */
export const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

const TEXT = 1;
const PING = 9;

/** Walks over frames without decoding them. */
export class FrameWalker {
  /** Text frames that have arrived completely. */
  frames = 0;
  /** Bytes of the current frame that are still to come. */
  #missing = 0;
  #isText = false;
  /** The beginning of a frame's head, or of a whole frame when it is looked into. */
  #carry = Buffer.alloc(0);
  /** Called with each whole text frame while set: for the few clients that read what they get. */
  /** @type {((payload: Buffer) => void) | null} */
  onText = null;
  /** @type {() => void} */
  onPing = () => undefined;

  /** @param {Buffer} chunk valid only during the call */
  push(chunk) {
    let offset = 0;
    if (this.#missing > 0) {
      offset = Math.min(this.#missing, chunk.length);
      this.#missing -= offset;
      if (this.#missing > 0) return;
      this.#count();
    }
    let data = chunk;
    if (this.#carry.length > 0) {
      data = Buffer.concat([this.#carry, chunk]);
      this.#carry = Buffer.alloc(0);
    }
    while (offset < data.length) {
      const rest = data.length - offset;
      const head = headLength(data, offset);
      if (rest < head) break;
      const length = payloadLength(data, offset, head);
      this.#isText = ((data[offset] ?? 0) & 15) === TEXT;
      if (((data[offset] ?? 0) & 15) === PING) this.onPing();
      const missing = head + length - rest;
      if (missing > 0) {
        if (this.onText) break;
        this.#missing = missing;
        return;
      }
      if (this.onText && this.#isText) {
        this.onText(data.subarray(offset + head, offset + head + length));
      }
      this.#count();
      offset += head + length;
    }
    if (offset < data.length) this.#carry = Buffer.from(data.subarray(offset));
  }

  #count() {
    if (this.#isText) this.frames += 1;
  }
}

/** Two bytes are needed to know it. @param {Buffer} data @param {number} offset */
function headLength(data, offset) {
  const length = data[offset + 1];
  return length === 126 ? 4 : length === 127 ? 10 : 2;
}

/** @param {Buffer} data @param {number} offset @param {number} head */
function payloadLength(data, offset, head) {
  if (head === 4) return data.readUInt16BE(offset + 2);
  if (head === 10) return Number(data.readBigUInt64BE(offset + 2));
  return data[offset + 1] ?? 0;
}
