// The tray icon of a rehearsal, for every size: awake, a clapperboard on its head.
import { AWAKE } from './awake-faces.mjs';

/** `stripes` are the clapper's in colour, `cuts` those of the macOS template. */
export const REHEARSAL = {
  16: {
    cube: { x: 8, bottom: 14, half: 6, tall: 7 },
    face: { down: 1, rows: AWAKE[16] },
    clapper: {
      x: 2,
      y: 5,
      length: 12,
      thick: 2,
      run: 4,
      slant: 1,
      stripes: { white: 3, dark: 2 },
      cuts: { white: 4, dark: 1 },
    },
  },
  24: {
    cube: { x: 12, bottom: 22, half: 10, tall: 10 },
    face: { down: 1, rows: AWAKE[24] },
    clapper: { x: 2, y: 8, length: 20, thick: 3, run: 4, slant: 1, stripes: { white: 4, dark: 4 } },
  },
  32: {
    cube: { x: 16, bottom: 30, half: 14, tall: 12 },
    face: { down: 1, rows: AWAKE[32] },
    clapper: {
      x: 3,
      y: 11,
      length: 26,
      thick: 4,
      run: 4,
      slant: 1,
      stripes: { white: 5, dark: 5 },
      cuts: { white: 6, dark: 2 },
    },
  },
  48: {
    cube: { x: 24, bottom: 46, half: 20, tall: 19 },
    face: { down: 3, rows: AWAKE[48] },
    clapper: {
      x: 5,
      y: 16,
      length: 38,
      thick: 6,
      run: 4,
      slant: 1,
      stripes: { white: 8, dark: 7 },
    },
  },
};
