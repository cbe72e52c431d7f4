// Composes the tray icons: one creature in three states, in colour and as macOS templates.
import { createCanvas, fillRect, layer, plot, stamp } from './canvas.mjs';
import { COATS, drawCube, drawFace, drawSprout, INK } from './creature.mjs';
import { REHEARSAL } from './tray-rehearsal.mjs';
import { RUNNING } from './tray-running.mjs';
import { TROUBLE } from './tray-trouble.mjs';

const SHAPES = { running: RUNNING, rehearsal: REHEARSAL, trouble: TROUBLE };

const SOLID = '#000000';
const CLEAR = '#00000000';
const WHITE = '#ffffff';

const COLOUR = {
  running: { coat: COATS.teal, ring: INK, eye: INK, glint: WHITE },
  rehearsal: { coat: COATS.amber, ring: INK, eye: INK, glint: WHITE },
  trouble: { coat: COATS.ash, ring: INK, eye: INK },
};

/** In a template ink is cut out, so an awake creature is filled and one in trouble hollow. */
const full = {
  lid: SOLID,
  glow: INK,
  left: SOLID,
  right: SOLID,
  leftFoot: SOLID,
  rightFoot: SOLID,
  blush: SOLID,
};
const hollow = {
  lid: INK,
  glow: SOLID,
  left: INK,
  right: INK,
  leftFoot: INK,
  rightFoot: INK,
  blush: INK,
};
const TEMPLATE = {
  running: { coat: full, ring: INK, eye: INK },
  rehearsal: { coat: full, ring: INK, eye: INK, stripes: 'cuts' },
  trouble: { coat: hollow, ring: SOLID, eye: SOLID },
};

const REDS = { r: '#ff4b55', R: '#cf2b42', h: '#ff9a94' };

/** A clapper on the creature's head: a flat striped stick and one hinged open above it. */
function drawClapper(canvas, { x, y, length, thick, run, slant = 0 }, { white, dark }) {
  const colourAt = (along) => (along % (white + dark) < white ? WHITE : INK);
  for (let i = 0; i < length; i += 1) {
    const lift = Math.floor(i / run);
    for (let t = 0; t < thick; t += 1) {
      plot(canvas, x + i, y + t, colourAt(i + slant * t));
      plot(canvas, x + i, y - thick - lift + t, colourAt(i + slant * (thick - 1 - t)));
    }
  }
}

function draw(state, size, { coat, ring, eye, glint = eye, stripes = 'stripes' }) {
  const { cube, face, sprout, bang, clapper } = SHAPES[state][size];
  const out = createCanvas(size);
  layer(out, ring, (canvas) => {
    drawCube(canvas, { ...cube, coat });
    if (clapper) fillRect(canvas, 0, 0, size, clapper.y, CLEAR);
    drawFace(canvas, cube, face, { k: eye, w: glint, b: coat.blush });
  });
  if (sprout) layer(out, INK, (canvas) => drawSprout(canvas, sprout));
  if (bang) layer(out, INK, (canvas) => stamp(canvas, bang.x, bang.y, bang.rows, REDS));
  if (clapper) layer(out, INK, (canvas) => drawClapper(canvas, clapper, clapper[stripes]));
  return out;
}

export function trayIcon(state, size) {
  return draw(state, size, COLOUR[state]);
}

/** Black with alpha only, as macOS asks; whatever was ink is transparent. */
export function trayTemplate(state, size) {
  const style = TEMPLATE[state];
  // At 16 pixels the cut along the lid's edge would read as frowning brows.
  const glow = size < 24 ? SOLID : style.coat.glow;
  const out = draw(state, size, { ...style, coat: { ...style.coat, glow } });
  const ink = Number.parseInt(INK.slice(1), 16);
  for (let i = 0; i < out.data.length; i += 4) {
    const [r, g, b] = out.data.subarray(i, i + 3);
    if (((r << 16) | (g << 8) | b) === ink) out.data[i + 3] = 0;
    out.data.fill(0, i, i + 3);
  }
  return out;
}
