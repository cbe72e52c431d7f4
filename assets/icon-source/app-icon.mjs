// Composes the app icon: a creature on its island with a radio beacon behind it.
import { SCENE_48, SCENE_64 } from './app-scenes-large.mjs';
import { SCENE_16, SCENE_24, SCENE_32 } from './app-scenes-small.mjs';
import { createCanvas, layer, scaled } from './canvas.mjs';
import { COATS, drawCube, drawFace, drawSprout, INK } from './creature.mjs';
import { drawBeacon, drawIsland, drawPlants, drawShadow } from './island.mjs';

const SCENES = { 16: SCENE_16, 24: SCENE_24, 32: SCENE_32, 48: SCENE_48, 64: SCENE_64 };
const BIGGEST_GRID = 64;

function drawScene({ island, plants, shadow, cube, face, sprout, beacon }, size) {
  const out = createCanvas(size);
  layer(out, INK, (canvas) => {
    drawIsland(canvas, island);
    drawShadow(canvas, shadow);
    drawPlants(canvas, plants);
  });
  layer(out, INK, (canvas) => drawBeacon(canvas, beacon));
  layer(out, INK, (canvas) => {
    drawCube(canvas, { ...cube, coat: COATS.teal });
    drawFace(canvas, cube, face, { k: INK, w: '#ffffff', b: COATS.teal.blush });
  });
  layer(out, INK, (canvas) => drawSprout(canvas, sprout));
  return out;
}

/** Up to 64 pixels every size is its own drawing; beyond, a multiple of 64 is enlarged. */
export function appIcon(size) {
  const grid = Math.min(size, BIGGEST_GRID);
  return scaled(drawScene(SCENES[grid], grid), size / grid);
}
