/** Keeps every creature's drawings as canvases, so that each is drawn once. */
import type { User } from '../../../shared/protocol.ts';
import { seedFrom } from '../../../shared/random.ts';
import type { Creature } from '../sim/creature.ts';
import { toCanvas } from './bitmap.ts';
import { CHARACTERS, drawCreature } from './creature-art.ts';
import type { Posture } from './projection.ts';

/** A hostile guild could have a colour for everybody: more than so many are not kept. */
const MOST = 4096;

interface Worn {
  readonly user: User;
  readonly facing: Creature['facing'];
  readonly shape: Posture['shape'];
  readonly canvas: HTMLCanvasElement;
}

export class Sprites {
  readonly #canvases = new Map<string, HTMLCanvasElement>();
  /** What each looked like last, for most look the same from frame to frame. */
  readonly #worn = new WeakMap<Creature, Worn>();

  of(creature: Creature, shape: Posture['shape']): HTMLCanvasElement {
    const { user, facing } = creature;
    const worn = this.#worn.get(creature);
    if (worn && worn.user === user && worn.facing === facing && worn.shape === shape) {
      return worn.canvas;
    }
    const canvas = this.#find(user, facing, shape);
    this.#worn.set(creature, { user, facing, shape, canvas });
    return canvas;
  }

  #find(user: User, facing: Creature['facing'], shape: Posture['shape']): HTMLCanvasElement {
    const { roleColor, status } = user;
    const character = seedFrom(user.uid) % CHARACTERS;
    const key = `${roleColor} ${status} ${character} ${facing} ${shape}`;
    const known = this.#canvases.get(key);
    if (known) return known;
    if (this.#canvases.size >= MOST) this.#canvases.clear();
    const canvas = toCanvas(drawCreature({ roleColor, status, character, facing, shape }));
    this.#canvases.set(key, canvas);
    return canvas;
  }
}
