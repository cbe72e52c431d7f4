// Draws a cube creature: an isometric cube whose face wraps around its front edge.
import { plot, stamp } from './canvas.mjs';

export const INK = '#14202b';

/** Top, highlight along its front, the two sides, and the darker feet of those sides. */
export const COATS = {
  teal: {
    lid: '#8ff5dc',
    glow: '#d3fff2',
    left: '#2fd6b5',
    right: '#1fb39c',
    leftFoot: '#1fb39c',
    rightFoot: '#168b80',
    blush: '#ff8fa0',
  },
  amber: {
    lid: '#ffdf7e',
    glow: '#fff3c4',
    left: '#ffb52e',
    right: '#ee9420',
    leftFoot: '#ee9420',
    rightFoot: '#c87316',
    blush: '#f2663a',
  },
  ash: {
    lid: '#c9ccd6',
    glow: '#e4e6ec',
    left: '#9298a8',
    right: '#777d8f',
    leftFoot: '#777d8f',
    rightFoot: '#5f6577',
    blush: '#8a6f86',
  },
};

/**
 * `x` is the column right of the middle, `bottom` the row of the front corner, `half` half the
 * width, `tall` the height of a side. Slopes are two pixels across for one down.
 */
export function drawCube(canvas, { x, bottom, half, tall, coat }) {
  const steps = Math.ceil(half / 2);
  const seam = bottom - tall + 1;
  for (let d = 0; d < half; d += 1) {
    const c = Math.floor(d / 2);
    const corner = half > 8 && d === half - 1 ? 1 : 0;
    for (const column of [x - 1 - d, x + d]) {
      const leftSide = column < x;
      const top = seam - 2 * steps + 1 + c;
      if (!corner) {
        for (let y = top; y < seam - c; y += 1) plot(canvas, column, y, coat.lid);
        plot(canvas, column, seam - c - 1, coat.glow);
      }
      for (let v = corner; v < tall - corner; v += 1) {
        const foot = v >= tall - Math.max(1, Math.round(tall / 9));
        const body = leftSide ? coat.left : coat.right;
        const shade = leftSide ? coat.leftFoot : coat.rightFoot;
        plot(canvas, column, seam - c + v, foot ? shade : body);
      }
    }
  }
}

/** Draws a face, `rows` centred on the front edge and `down` rows below the lid's front corner. */
export function drawFace(canvas, { x, bottom, tall }, { rows, down }, colours) {
  stamp(canvas, x - rows[0].length / 2, bottom - tall + 1 + down, rows, colours);
}

const LEAVES = { l: '#b6f05f', d: '#5fb53a', s: '#3f8f3a' };

export function drawSprout(canvas, { x, y, rows }) {
  stamp(canvas, x, y, rows, LEAVES);
}
