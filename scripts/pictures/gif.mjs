/** Makes an animated GIF of frames; what does not change from one to the next is not said again. */
import gifenc from 'gifenc';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** The first colour of the palette stands for "as before". */
const UNCHANGED = 0;
/** Frames whose colours make the palette. */
const SAMPLES = 6;

/**
 * @param {readonly Uint8Array[]} frames opaque RGBA pixels
 * @param {{ width: number, height: number, delay: number }} size delay in milliseconds
 * @returns {Uint8Array} the file
 */
export function encodeGif(frames, { width, height, delay }) {
  const palette = [[0, 0, 0], ...quantize(sampleOf(frames), 255)];
  const gif = GIFEncoder();
  /** @type {Uint8Array | null} */
  let before = null;
  for (const frame of frames) {
    const indexes = shifted(applyPalette(frame, palette.slice(1)));
    const last = before;
    const changes = last ? indexes.map((at, i) => (at === last[i] ? UNCHANGED : at)) : indexes;
    gif.writeFrame(changes, width, height, {
      palette: last ? undefined : palette,
      delay,
      transparent: last !== null,
      transparentIndex: UNCHANGED,
      dispose: 1,
    });
    before = indexes;
  }
  gif.finish();
  return gif.bytes();
}

/** @param {readonly Uint8Array[]} frames */
function sampleOf(frames) {
  const every = Math.max(1, Math.floor(frames.length / SAMPLES));
  return Buffer.concat(frames.filter((_, index) => index % every === 0));
}

/** @param {Uint8Array} indexes */
function shifted(indexes) {
  return indexes.map((index) => index + 1);
}
