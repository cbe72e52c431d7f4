// The tray creature's face when it is awake, for every size.

export const AWAKE = {
  16: ['kk......kk', 'kk......kk', 'kk.k..k.kk', '....kk....'],
  24: ['wkk......wkk', 'kkk......kkk', 'kkk......kkk', 'kkk.k..k.kkk', 'b....kk....b'],
  32: [
    '.kk..........kk.',
    'wwkk........wwkk',
    'wwkk........wwkk',
    'kkkk.k....k.kkkk',
    '.kk..kk..kk..kk.',
    'b.....kkkk.....b',
  ],
  48: [
    '...kkk............kkk...',
    '..kwwkk..........kwwkk..',
    '..kwwkk..........kwwkk..',
    '..kkkkk..........kkkkk..',
    '..kkkkk..k....k..kkkkk..',
    '...kkk...kk..kk...kkk...',
    'bb........kkkk........bb',
    'bb....................bb',
  ],
};
