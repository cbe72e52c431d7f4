// The app icon's scenes on 32, 24 and 16 pixel grids, each a simpler drawing.

export const SCENE_32 = {
  island: { x: 16, y: 22, reach: 10, across: 15, along: 7, rim: 1.3, courses: [2] },
  plants: [
    ['dot', 4, 20],
    ['dot', 26, 23],
    ['dot', 5, 24],
  ],
  shadow: { x: 17, y: 22, half: 5 },
  cube: { x: 13, bottom: 26, half: 8, tall: 10 },
  face: {
    down: 2,
    rows: ['wkk......wkk', 'kkk......kkk', 'kkk.k..k.kkk', '.k...kk...k.', 'b..........b'],
  },
  sprout: {
    x: 9,
    y: 6,
    rows: ['ll....ll', 'lll..ldd', '.ddssdd.', '...ss...', '...ss...', '...ss...'],
  },
  beacon: {
    x: 22,
    y: 3,
    rows: [
      'a.....a',
      'a.hrr.a',
      'a.rrR.a',
      'a..w..a',
      '...w...',
      '..rrR..',
      '..rrR..',
      '..wwg..',
      '..wwg..',
      '..rrR..',
      '.rrrRR.',
      '.rrrRR.',
      '.wwwgg.',
      '.wwkgg.',
      '.ggkGG.',
    ],
  },
};

export const SCENE_24 = {
  island: { x: 12, y: 18, reach: 7, across: 11, along: 4, rim: 1, courses: [1] },
  plants: [],
  shadow: { x: 12, y: 18, half: 3 },
  cube: { x: 10, bottom: 20, half: 8, tall: 8 },
  face: { down: 1, rows: ['wk......wk', 'kk......kk', 'kk.k..k.kk', '....kk....'] },
  sprout: { x: 7, y: 3, rows: ['ll..ll', 'lddsdd', '..ss..', '..ss..', '..ss..'] },
  beacon: {
    x: 20,
    y: 4,
    rows: ['hrR', 'rrR', '.w.', '.w.', '.r.', '.r.', 'wwg', 'wwg', 'rrR', 'rrR', 'wwg', 'wwg'],
  },
};

export const SCENE_16 = {
  island: { x: 8, y: 12, reach: 4.2, across: 7, along: 2, rim: 0, courses: [1] },
  plants: [],
  shadow: { x: 8, y: 12, half: 2 },
  cube: { x: 7, bottom: 12, half: 6, tall: 6 },
  face: { down: 1, rows: ['kk....kk', 'kk....kk', '...kk...'] },
  sprout: { x: 4, y: 1, rows: ['ll..ll', '.lssd.', '..ss..'] },
  beacon: { x: 14, y: 4, rows: ['r', 'r', 'w', 'w', 'r', 'r', 'w'] },
};
