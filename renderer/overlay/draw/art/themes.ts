/** The looks of the island: palettes, and what grows there. */
import { pack, readColor } from '../color.ts';

export const THEMES = ['meadow', 'autumn', 'snow', 'desert', 'night'] as const;
export type Theme = (typeof THEMES)[number];

export interface Palette {
  /** From dark to light. */
  readonly grass: readonly number[];
  readonly grassEdge: number;
  readonly stones: readonly number[];
  readonly mortar: number;
  /** Of a wall's course: lit edge, face, low edge, joint; on the left and on the right. */
  readonly walls: readonly (readonly number[])[];
  /** What hangs below: light, middle, dark. */
  readonly rock: readonly number[];
  /** The sides of a step, left and right. */
  readonly cliff: readonly [number, number];
  /** By letter, for plants. */
  readonly plants: Readonly<Record<string, number>>;
  /** How much of the ground bears flowers, and how much of it tufts. */
  readonly flowers: number;
  readonly tufts: number;
  /** Whether bushes on the shore are pointed firs, or cacti. */
  readonly bush: 'round' | 'fir' | 'cactus';
}

const packed = (...colors: string[]): number[] => colors.map((color) => pack(readColor(color)));
const one = (color: string): number => pack(readColor(color));

/** d dark and l light green, p w v flowers, y their middle, s k pebbles, m n a mushroom, t a trunk. */
const plants = (colors: Readonly<Record<string, string>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(colors).map(([letter, color]) => [letter, one(color)]));

const STONES = packed('#d5d9e2', '#c9cdd8', '#bcc2cf', '#aeb5c4');
const WALLS = [
  packed('#b4bccd', '#9aa2b7', '#858da5', '#565e78'),
  packed('#929ab2', '#79819b', '#686f8b', '#434b66'),
];
const EARTH = packed('#8a6a58', '#6d5148', '#4c3a3c');

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  meadow: {
    grass: packed('#79c047', '#88cd4f', '#96d957', '#a5e468'),
    grassEdge: one('#62a83c'),
    stones: STONES,
    mortar: one('#7d869c'),
    walls: WALLS,
    rock: EARTH,
    cliff: [one('#9c7a58'), one('#7c5d4a')],
    plants: plants({
      d: '#5da53a',
      l: '#c0f283',
      p: '#ff7fb0',
      w: '#ffffff',
      v: '#a583f0',
      y: '#ffd34d',
      s: '#d5d9e2',
      k: '#8f97aa',
      m: '#e8574f',
      n: '#fff3e0',
      t: '#7c5d4a',
    }),
    flowers: 0.36,
    tufts: 0.3,
    bush: 'round',
  },
  autumn: {
    grass: packed('#b99a3e', '#c9a945', '#d6b74e', '#e2c65f'),
    grassEdge: one('#9a7d33'),
    stones: packed('#dcd2c6', '#cfc3b6', '#c0b2a4', '#b0a294'),
    mortar: one('#8b7d74'),
    walls: [
      packed('#c2b5a8', '#a8998c', '#948579', '#665a55'),
      packed('#a39388', '#887a70', '#776a62', '#534845'),
    ],
    rock: EARTH,
    cliff: [one('#9b6a45'), one('#7a4f3a')],
    plants: plants({
      d: '#a07a2c',
      l: '#efd987',
      p: '#e0662f',
      w: '#f2a541',
      v: '#c23b34',
      y: '#ffe08a',
      s: '#dcd2c6',
      k: '#94867a',
      m: '#d13f35',
      n: '#fff0dc',
      t: '#6a4636',
    }),
    flowers: 0.5,
    tufts: 0.26,
    bush: 'round',
  },
  snow: {
    grass: packed('#d3e2ee', '#e0ebf4', '#ebf3f9', '#f8fcff'),
    grassEdge: one('#b9cfe0'),
    stones: packed('#c7d3df', '#b7c5d4', '#a6b6c8', '#96a8bc'),
    mortar: one('#7488a0'),
    walls: [
      packed('#b7c7d8', '#9bafc4', '#879cb3', '#566b85'),
      packed('#93a8be', '#7b91aa', '#6a8099', '#465972'),
    ],
    rock: packed('#7f8ea3', '#63718a', '#46526c'),
    cliff: [one('#a9c3d9'), one('#86a3bf')],
    plants: plants({
      d: '#a9c6dc',
      l: '#ffffff',
      p: '#9fd3f2',
      w: '#ffffff',
      v: '#bcd4f7',
      y: '#8db8dd',
      s: '#aebfd0',
      k: '#7d90a8',
      m: '#c94f5a',
      n: '#ffffff',
      t: '#5c4a48',
    }),
    flowers: 0.1,
    tufts: 0.22,
    bush: 'fir',
  },
  desert: {
    grass: packed('#e0b56a', '#e9c27a', '#f1cf8b', '#f8dca0'),
    grassEdge: one('#c79a52'),
    stones: packed('#e8d3b4', '#dbc3a2', '#cbb08e', '#ba9d7c'),
    mortar: one('#957a5f'),
    walls: [
      packed('#d3b48c', '#bb9870', '#a4825e', '#74583f'),
      packed('#b28f69', '#977652', '#836445', '#5d452f'),
    ],
    rock: packed('#a5714f', '#845640', '#5e3d35'),
    cliff: [one('#c98f55'), one('#a66f45')],
    plants: plants({
      d: '#c9a05a',
      l: '#fff0c4',
      p: '#e8708f',
      w: '#fff7e2',
      v: '#e0954b',
      y: '#ffd34d',
      s: '#f3e3c8',
      k: '#b79876',
      m: '#d6623f',
      n: '#fff3e0',
      t: '#4f8a4b',
    }),
    flowers: 0.08,
    tufts: 0.2,
    bush: 'cactus',
  },
  night: {
    grass: packed('#24505c', '#2a5b66', '#316771', '#3a757c'),
    grassEdge: one('#1c4250'),
    stones: packed('#6f7ea3', '#616f95', '#546187', '#485478'),
    mortar: one('#2f3958'),
    walls: [
      packed('#55638c', '#445078', '#394467', '#232b48'),
      packed('#3d4970', '#323c60', '#2a3352', '#1b2138'),
    ],
    rock: packed('#3b3a5a', '#2c2b48', '#1f1e36'),
    cliff: [one('#2f4a66'), one('#243a54')],
    plants: plants({
      d: '#1d4553',
      l: '#5fd6c0',
      p: '#ff8fd0',
      w: '#bff6ff',
      v: '#8fa8ff',
      y: '#fff3a8',
      s: '#8b9ac0',
      k: '#4d5a80',
      m: '#62f0c8',
      n: '#d8fff4',
      t: '#2a2748',
    }),
    flowers: 0.32,
    tufts: 0.26,
    bush: 'round',
  },
};
