// Draws the island an app icon's creature stands on: grass, cobbled rim, flowers, beacon.
import { plot, stamp } from './canvas.mjs';
import { INK } from './creature.mjs';

const GRASS = { base: '#9bdc5a', dark: '#76bf48', shade: '#4f9440' };
const STONES = ['#d5d9e2', '#bcc2cf', '#c9cdd8', '#aeb5c4'];
const WALLS = [
  [
    ['#b4bccd', '#9aa2b7', '#858da5'],
    ['#a3abbf', '#8a92aa', '#788099'],
  ],
  [
    ['#929ab2', '#79819b', '#686f8b'],
    ['#848ca6', '#6c748f', '#5d6581'],
  ],
];
const JOINTS = ['#565e78', '#434b66'];
const MORTAR = '#565e78';
const WIDTHS = [6, 5, 7, 6, 5, 8];

/** A 2:1 diamond with its four corners cut, in half widths and half heights. */
function within({ x, y, reach, across, along }, column, row, inset = 0) {
  const dx = Math.abs(column + 0.5 - x);
  const dy = Math.abs(row + 0.5 - y);
  return dx < across - inset * 1.5 && dy < along - inset && dx / 2 + dy < reach - inset * 1.1;
}

/** Which stone of a course a column belongs to, and how far into it (0 is the gap before it). */
function stoneAt(column, course) {
  let left = course * 3 - 12;
  for (let index = course * 2; ; index += 1) {
    const width = WIDTHS[index % WIDTHS.length];
    if (column < left + width)
      return { index, at: column - left, last: column === left + width - 1 };
    left += width;
  }
}

export function drawIsland(canvas, island) {
  const { x, y, across, along, rim, courses } = island;
  for (let column = x - across; column < x + across; column += 1) {
    let edge = -1;
    for (let row = y - along; row < y + along; row += 1) {
      if (!within(island, column, row)) continue;
      edge = row;
      const stone = stoneAt(column + row, 1);
      const onRim = !within(island, column, row, rim);
      const rimColour = stone.at === 0 ? MORTAR : STONES[stone.index % STONES.length];
      plot(canvas, column, row, onRim ? rimColour : GRASS.base);
    }
    if (edge < 0) continue;
    const shadow = column >= x ? 1 : 0;
    let v = edge + 1;
    courses.forEach((height, course) => {
      const stone = stoneAt(column, course + 2);
      for (let line = 0; line < height; line += 1, v += 1) {
        const joint = stone.at === 0 || line === height - 1;
        const [lit, fill, low] = WALLS[shadow][stone.index % 2];
        const corner = stone.last || line === height - 2;
        const shade = line === 0 && !stone.last && stone.at > 1 ? lit : corner ? low : fill;
        plot(canvas, column, v, joint ? JOINTS[shadow] : shade);
      }
    });
  }
}

/** A soft patch of darker grass under the creature, cast to the right. */
export function drawShadow(canvas, { x, y, half }) {
  for (let row = -half; row < half; row += 1) {
    for (let column = -half * 2; column < half * 2; column += 1) {
      const inside = Math.abs(column + 0.5) / 2 + Math.abs(row + 0.5) < half;
      if (inside) plot(canvas, x + column, y + row, GRASS.shade);
    }
  }
}

const PLANTS = {
  tuft: ['d.d', '.d.'],
  rose: ['.p.', 'pyp', '.p.'],
  daisy: ['.w.', 'wyw', '.w.'],
  dot: ['p'],
};

const PLANT_COLOURS = {
  d: GRASS.dark,
  p: '#ff7fb0',
  w: '#ffffff',
  y: '#ffd34d',
};

export function drawPlants(canvas, plants) {
  for (const [kind, x, y] of plants) stamp(canvas, x, y, PLANTS[kind], PLANT_COLOURS);
}

const BEACON_COLOURS = {
  r: '#ff5a5f',
  R: '#c93a4c',
  w: '#ffffff',
  g: '#c9d0de',
  G: '#98a1b8',
  h: '#ffd9d0',
  a: '#ffd34d',
  k: INK,
};

export function drawBeacon(canvas, { x, y, rows }) {
  stamp(canvas, x, y, rows, BEACON_COLOURS);
}
