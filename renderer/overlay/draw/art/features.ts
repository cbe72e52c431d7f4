/** What makes a creature somebody: eyes, mouths, what grows on the head, patterns of the coat. */

import { createRandom, type Random } from '../../../../shared/random.ts';

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

/** Eight pixels across, from the top down to the lid. */
export const CRESTS: readonly Rows[] = [
  ['.ll..ll.', 'lllddlld', '.lldsdd.', '...ss...'],
  ['...lll..', '...lldd.', '...sdd..', '...ss...'],
  ['..pppp..', '.ppyypp.', '..pppp..', '...ss...'],
  ['.c....c.', '.cc..cc.', '.cpccpc.', '........'],
  ['y......y', '.k....k.', '..k..k..', '........'],
  ['..cccc..', '.cwcccc.', 'cccccccc', '........'],
  ['...h....', '..hhh.h.', '.hhhhhh.', '..hhhh..'],
  ['........'],
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
  readonly crest: Rows;
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
