// Packs several sizes of one icon into a Windows ICO file.
import { encodePng } from './png.mjs';

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;
const DIB_HEADER_BYTES = 40;

/** 32-bit bottom-up BGRA bitmap and its 1-bit mask, which every Windows and tool can read. */
function encodeBitmap({ width, height, data }) {
  const maskStride = Math.ceil(width / 32) * 4;
  const pixelBytes = width * height * 4;
  const out = Buffer.alloc(DIB_HEADER_BYTES + pixelBytes + maskStride * height);
  out.writeUInt32LE(DIB_HEADER_BYTES, 0);
  out.writeInt32LE(width, 4);
  out.writeInt32LE(height * 2, 8); // colour and mask together
  out.writeUInt16LE(1, 12);
  out.writeUInt16LE(32, 14);
  out.writeUInt32LE(pixelBytes + maskStride * height, 20);
  for (let y = 0; y < height; y += 1) {
    const line = height - 1 - y;
    for (let x = 0; x < width; x += 1) {
      const [r, g, b, a] = data.subarray((y * width + x) * 4);
      out.set([b, g, r, a], DIB_HEADER_BYTES + (line * width + x) * 4);
      const mask = DIB_HEADER_BYTES + pixelBytes + line * maskStride + (x >> 3);
      if (a === 0) out[mask] |= 0x80 >> (x & 7);
    }
  }
  return out;
}

/** Sizes from 256 up are stored as PNG, as Windows itself does; smaller ones as bitmaps. */
export function encodeIco(images) {
  const bodies = images.map((image) =>
    image.width >= 256 ? encodePng(image) : encodeBitmap(image),
  );
  const head = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * images.length);
  head.writeUInt16LE(1, 2); // type: icon
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach((image, index) => {
    const at = HEADER_BYTES + ENTRY_BYTES * index;
    head.set([image.width & 0xff, image.height & 0xff], at); // 0 stands for 256
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bodies[index].length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bodies[index].length;
  });
  return Buffer.concat([head, ...bodies]);
}
