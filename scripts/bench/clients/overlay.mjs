/** A raw socket that behaves as an overlay does: upgrade, list, connect, join, then only reads. */
import { connect } from 'node:net';
import { clientTextFrame, FrameWalker, PONG } from '../kit/frames.mjs';

const CONNECT = clientTextFrame('{"type":"connect","data":{"server":"bench"}}');
const HEAD_END = '\r\n\r\n';

/** One for all sockets of the process: what was read is used up before the next read. */
const buffer = Buffer.allocUnsafe(256 * 1024);

/**
 * @typedef {object} Overlay
 * @property {FrameWalker} walker
 * @property {import('node:net').Socket} socket
 */

/**
 * Resolves when the whole `server-join` has arrived.
 * @param {number} port
 * @returns {Promise<Overlay>}
 */
export function openOverlay(port) {
  return new Promise((resolve, reject) => {
    const walker = new FrameWalker();
    let head = '';
    let isUpgraded = false;
    let isAsked = false;
    let isJoined = false;

    /** @param {Buffer} chunk */
    const read = (chunk) => {
      walker.push(chunk);
      if (isJoined) return;
      if (walker.frames >= 1 && !isAsked) {
        isAsked = true;
        socket.write(CONNECT);
      }
      if (walker.frames < 2) return;
      isJoined = true;
      resolve({ walker, socket });
    };
    /** @param {Buffer} chunk */
    const readHead = (chunk) => {
      head += chunk.toString('latin1');
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      if (!head.startsWith('HTTP/1.1 101')) {
        reject(new Error(head.slice(0, 100)));
        return;
      }
      isUpgraded = true;
      const rest = Buffer.from(head.slice(end + HEAD_END.length), 'latin1');
      if (rest.length > 0) read(rest);
    };

    const onread = {
      buffer,
      /** @param {number} count @param {Uint8Array} bytes */
      callback(count, bytes) {
        const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, count);
        if (isUpgraded) read(chunk);
        else readHead(chunk);
        return true;
      },
    };
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    walker.onPing = () => socket.write(PONG);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed the socket.')));
    socket.write(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
  });
}
