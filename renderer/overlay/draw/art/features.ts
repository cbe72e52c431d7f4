/** What makes a creature somebody: eyes, mouths, what grows on the head, patterns of the coat. */

import { createRandom, type Random } from '../../../../shared/random.ts';
import { INK, pack, readColor } from '../color.ts';

/** The colours that are the same on everybody. */
export const EXTRAS: Readonly<Record<string, number>> = {
  r: pack(readColor('#e8404a')),
  w: pack(readColor('#ffffff')),
  z: pack(readColor('#ffffff')),
  k: pack(INK),
  l: pack(readColor('#b6f05f')),
  d: pack(readColor('#5fb53a')),
  s: pack(readColor('#3f8f3a')),
  p: pack(readColor('#ff7fb0')),
  y: pack(readColor('#ffd34d')),
  h: pack(readColor('#7a4b3a')),
};

type Rows = readonly string[];

/** Ten pixels across, around the front edge; f the face's colour, s its shine, b blush. */
export const EYES: readonly { readonly open: Rows; readonly shut: Rows }[] = [
  { open: ['.sf....sf.', '.ff....ff.'], shut: ['..........', '.ff....ff.'] },
  { open: ['..f....f..', '..f....f..'], shut: ['..........', '.ff....ff.'] },
  { open: ['.sff..sff.', '.fff..fff.'], shut: ['..........', '.fff..fff.'] },
  { open: ['..f....f..', '.f.f..f.f.'], shut: ['..........', '.fff..fff.'] },
  { open: ['.fff..fff.', '.fsf..fsf.'], shut: ['..........', '.fff..fff.'] },
  { open: ['.ff....ff.', '.sf....sf.'], shut: ['..........', '.ff....ff.'] },
];

export const MOUTHS: readonly { readonly shut: Rows; readonly open: Rows }[] = [
  { shut: ['b..f..f..b', '....ff....'], open: ['b..ffff..b', '....rr....'] },
  { shut: ['b........b', '....ff....'], open: ['b...ff...b', '....ff....'] },
  { shut: ['b.f.ff.f.b', '...f..f...'], open: ['b.ffffff.b', '...frrf...'] },
  { shut: ['b..ffff..b', '.....w....'], open: ['b..ffff..b', '...wrrw...'] },
  { shut: ['b........b', '...fff....'], open: ['b...ff...b', '....rr....'] },
];
export const FROWN: Rows = ['....ff....', '...f..f...'];

/** Eight pixels across, from the top down to the lid; and four for who is drawn small. */
export const CRESTS: readonly { readonly rows: Rows; readonly small: Rows }[] = [
  { rows: ['.ll..ll.', 'lllddlld', '.lldsdd.', '...ss...'], small: ['l..l', '.dd.'] },
  { rows: ['...lll..', '...lldd.', '...sdd..', '...ss...'], small: ['..l.', '.d..'] },
  { rows: ['..pppp..', '.ppyypp.', '..pppp..', '...ss...'], small: ['.pp.', '.py.'] },
  { rows: ['.c....c.', '.cc..cc.', '.cpccpc.', '........'], small: ['c..c', 'c..c'] },
  { rows: ['y......y', '.k....k.', '..k..k..', '........'], small: ['y..y', '....'] },
  { rows: ['..cccc..', '.cwcccc.', 'cccccccc', '........'], small: ['.cc.', 'cccc'] },
  { rows: ['...h....', '..hhh.h.', '.hhhhhh.', '..hhhh..'], small: ['.h.h', '.hh.'] },
  { rows: ['........'], small: [] },
];

/** Ten across and five down on the sides, in the coat's darker (x) or lighter (o) colour. */
export const PATTERNS: readonly Rows[] = [
  [],
  ['..........', '..........', '..........', '...oooo...', '..oooooo..'],
  ['x........x', '..........', 'x........x'],
  ['..........', '..........', '..........', '.x......x.', 'x........x'],
];

export const SLEEP: readonly Rows[] = [
  ['zzzzk', 'kkzkk', '.zkk.', 'zzzzk', '.kkkk'],
  ['.....', 'zzzk.', '.zk..', 'zzzk.', '.kkk.'],
];
/** Do not disturb: the sign that everybody on Discord knows. */
export const NO_ENTRY: Rows = ['.rrrrr.', 'rrrrrrr', 'rwwwwwr', 'rwwwwwr', 'rrrrrrr', '.rrrrr.'];

export interface Features {
  readonly eyes: (typeof EYES)[number];
  readonly mouth: (typeof MOUTHS)[number];
  readonly crest: (typeof CRESTS)[number];
  readonly pattern: Rows;
}

/** Stirred first: the numbers of members whose ids are alike differ in a few bits only. */
export function featuresOf(character: number): Features {
  const random = createRandom(character);
  return {
    eyes: choose(random, EYES),
    mouth: choose(random, MOUTHS),
    crest: choose(random, CRESTS),
    pattern: choose(random, PATTERNS),
  };
}

function choose<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}
