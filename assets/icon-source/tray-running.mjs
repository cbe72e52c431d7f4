// The tray icon of a running server, for every size: awake, its sprout upright.
import { AWAKE } from './awake-faces.mjs';

export const RUNNING = {
  16: {
    cube: { x: 8, bottom: 14, half: 7, tall: 6 },
    face: { down: 0, rows: AWAKE[16] },
    sprout: { x: 4, y: 1, rows: ['lll..lll', '.lldsdd.', '...ss...', '...ss...'] },
  },
  24: {
    cube: { x: 12, bottom: 22, half: 10, tall: 10 },
    face: { down: 1, rows: AWAKE[24] },
    sprout: {
      x: 7,
      y: 1,
      rows: ['.lll..lll.', 'llldlllldd', '.dddssddd.', '....ss....', '....ss....', '....ss....'],
    },
  },
  32: {
    cube: { x: 16, bottom: 30, half: 14, tall: 12 },
    face: { down: 1, rows: AWAKE[32] },
    sprout: {
      x: 9,
      y: 1,
      rows: [
        '..lll.....lll.',
        '.lllll...lllll',
        '.lldddl.lldddd',
        '..dddds.sdddd.',
        '....dssdss....',
        '......ss......',
        '......ss......',
        '......ss......',
        '.....ssss.....',
      ],
    },
  },
  48: {
    cube: { x: 24, bottom: 46, half: 20, tall: 19 },
    face: { down: 3, rows: AWAKE[48] },
    sprout: {
      x: 14,
      y: 2,
      rows: [
        '...llll......llll...',
        '.lllllll....lllllll.',
        'lllllllll..lllllllll',
        'lllldddll..llddddddd',
        '.lddddddd..ddddddds.',
        '..dddddddssddddddd..',
        '....dddsssssdddd....',
        '........ssss........',
        '.........ss.........',
        '.........ss.........',
        '.........ss.........',
        '.........ss.........',
        '.........ss.........',
        '........ssss........',
      ],
    },
  },
};
