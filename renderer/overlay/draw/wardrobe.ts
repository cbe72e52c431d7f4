/** Keeps the drawings of creatures, so that each is drawn once, when it is first needed. */
import type { Status } from '../../../shared/protocol.ts';
import type { Creature } from '../sim/creature.ts';
import type { Art, Frame } from './art/art.ts';
import { type Cutout, cutOut } from './cutout.ts';

/** Bytes of drawings kept: a guild of strangers, each in a colour of his own, stays below. */
const MOST = 48 * 2 ** 20;

/** The drawings of one creature, by frame, status and side. */
interface Outfit {
  readonly roleColor: string;
  readonly sprites: Map<number, Cutout>;
  /** What it wore last, and will in most of the next pictures. */
  lastKey: number;
  last: Cutout | null;
}

const FRAMES: Readonly<Record<Frame, number>> = {
  rest: 0,
  breath: 1,
  blink: 2,
  talk: 3,
  crouch: 4,
  leap: 5,
  fall: 6,
  land: 7,
  change: 8,
};
const STATUS_NUMBERS: Readonly<Record<Status, number>> = {
  online: 0,
  idle: 16,
  dnd: 32,
  offline: 48,
};

export class Wardrobe {
  readonly #art: Art;
  #outfits = new WeakMap<Creature, Outfit>();
  #bytes = 0;

  constructor(art: Art) {
    this.#art = art;
  }

  spriteOf(creature: Creature, status: Status, frame: Frame): Cutout {
    const { roleColor } = creature.user;
    let outfit = this.#outfits.get(creature);
    if (outfit?.roleColor !== roleColor) {
      outfit = { roleColor, sprites: new Map(), lastKey: -1, last: null };
      this.#outfits.set(creature, outfit);
    }
    const side = creature.facing === 'left' ? 0 : 64;
    const key = FRAMES[frame] + STATUS_NUMBERS[status] + side;
    if (outfit.last && outfit.lastKey === key) return outfit.last;
    outfit.lastKey = key;
    outfit.last = outfit.sprites.get(key) ?? this.#draw(outfit, key, creature, status, frame);
    return outfit.last;
  }

  #draw(outfit: Outfit, key: number, creature: Creature, status: Status, frame: Frame): Cutout {
    const { character, facing } = creature;
    const { roleColor, sprites } = outfit;
    const sprite = cutOut(this.#art.creature({ roleColor, status, character, facing, frame }));
    sprites.set(key, sprite);
    this.#bytes += sprite.runs.byteLength;
    if (this.#bytes > MOST) {
      this.#outfits = new WeakMap();
      this.#bytes = 0;
    }
    return sprite;
  }
}
