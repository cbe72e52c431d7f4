// Lays all icons out on dark, mid and light grounds, at 1x and enlarged, to be looked at.
import { blit, createCanvas, fillRect, scaled } from './canvas.mjs';

const GROUNDS = [
  { colour: '#000000', tint: 255 },
  { colour: '#5b6b86', tint: 255 },
  { colour: '#ffffff', tint: 0 },
];
const WIDTH = 1560;
const GAP = 12;
const SHOWN = 144;

/** The colour macOS gives a template image on a menu bar of this ground. */
function tinted(image, value) {
  const copy = { ...image, data: image.data.slice() };
  for (let i = 0; i < copy.data.length; i += 4) copy.data.fill(value, i, i + 3);
  return copy;
}

/** Left to right, wrapping; answers where every image goes and the height used. */
function flow(images) {
  const places = [];
  let [x, y, tall] = [GAP, GAP, 0];
  for (const image of images) {
    if (x + image.width + GAP > WIDTH) [x, y, tall] = [GAP, y + tall + GAP, 0];
    places.push({ image, x, y });
    x += image.width + GAP;
    tall = Math.max(tall, image.height);
  }
  return { places, height: y + tall + GAP };
}

/** `colour` and `template` are lists of drawn icons; the big app icon is left out. */
export function contactSheet(colour, template) {
  const bands = GROUNDS.map(({ colour: ground, tint }) => {
    const images = [...colour, ...template.map((image) => tinted(image, tint))];
    const byHeight = images.toSorted((a, b) => a.height - b.height);
    const enlarged = images
      .filter((image) => image.width <= SHOWN / 2)
      .map((image) => scaled(image, Math.floor(SHOWN / image.width)));
    return { ground, ...flow([...byHeight, ...enlarged]) };
  });
  const height = bands.reduce((sum, band) => sum + band.height, 0);
  const sheet = createCanvas(WIDTH, height);
  let top = 0;
  for (const band of bands) {
    fillRect(sheet, 0, top, WIDTH, band.height, band.ground);
    for (const { image, x, y } of band.places) blit(sheet, image, x, top + y);
    top += band.height;
  }
  return sheet;
}
