/** Encodes server-to-client WebSocket text frames (RFC 6455, section 5.2), once for all readers. */

const TEXT_FINAL = 0x81;

/** An unmasked, unfragmented, uncompressed text frame, ready to be written to any socket. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = TEXT_FINAL;
  if (headLength === 2) {
    frame[1] = length;
  } else if (headLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, headLength);
  return frame;
}

export function jsonFrame(value: unknown): Buffer {
  return textFrame(JSON.stringify(value));
}
