/** Draws everybody into the picture, those behind first, each on its shadow. */
import type { Creature } from '../sim/creature.ts';
import { bucketAt } from '../sim/depth-order.ts';
import { PULSE_TICKS, type World } from '../sim/world.ts';
import type { Art, Sprite } from './art/art.ts';
import type { Bitmap } from './bitmap.ts';
import { blit, blitDissolved, shade } from './blit.ts';
import type { Camera } from './camera.ts';
import { createFigure, type Figure, pose } from './figure.ts';
import { Wardrobe } from './wardrobe.ts';

/** In tile heights: nobody is drawn farther than this from where he stands, but who flies. */
const AROUND = 4;
const FLIGHT = 18;
/** In tile heights: a shadow grows smaller under who is higher. */
const HIGH = 0.5;

export class Crowd {
  readonly #art: Art;
  readonly #wardrobe: Wardrobe;
  readonly #shadow: Sprite;
  readonly #smallShadow: Sprite;
  readonly #carriers = new Map<string, Sprite>();
  readonly #beacons = new Map<number, Sprite>();
  readonly #figure: Figure = createFigure();

  constructor(art: Art) {
    this.#art = art;
    this.#wardrobe = new Wardrobe(art);
    this.#shadow = art.shadow('full');
    this.#smallShadow = art.shadow('small');
  }

  draw(picture: Bitmap, world: World, camera: Camera): void {
    this.#forEach(picture, world, camera, this.#drawShadow);
    this.#forEach(picture, world, camera, this.#drawBody);
  }

  /** From back to front; the beacon, in the middle, has its place among them. */
  #forEach(
    picture: Bitmap,
    world: World,
    { grid, middleX, middleY }: Camera,
    draw: (picture: Bitmap, creature: Creature, x: number, y: number) => void,
  ): void {
    const { order, terrain, tick } = world;
    const figure = this.#figure;
    const tall = 2 * grid.halfHeight;
    // A bucket is half a row of tiles.
    const first = Math.floor(((-middleY - AROUND * tall) / grid.halfHeight) * 2);
    const last = Math.ceil(((picture.height - middleY + FLIGHT * tall) / grid.halfHeight) * 2);
    const lowest = Math.max(order.lowest, first);
    const highest = Math.min(order.highest, last);
    const reach = AROUND * grid.halfWidth;
    for (let key = Math.min(0, lowest); key <= Math.max(0, highest); key += 1) {
      if (key === 0 && draw === this.#drawBody) this.#drawBeacon(picture, world, middleX, middleY);
      const bucket = bucketAt(order, key);
      for (let index = 0; index < bucket.length; index += 1) {
        const creature = bucket[index] as Creature;
        const across = middleX + (creature.x - creature.y) * grid.halfWidth;
        if (across < -reach || across > picture.width + reach) continue;
        pose(figure, creature, tick, terrain, grid);
        draw(picture, creature, middleX + figure.x, middleY + figure.y);
      }
    }
  }

  readonly #drawShadow = (picture: Bitmap, _: Creature, x: number, y: number): void => {
    const { lift, missing, carrier } = this.#figure;
    if (missing > 0) return;
    const isSmall = carrier !== 'none' || lift > HIGH * 8;
    const shadow = isSmall ? this.#smallShadow : this.#shadow;
    shade(picture, shadow, x - shadow.anchorX, y - shadow.anchorY);
  };

  readonly #drawBody = (picture: Bitmap, creature: Creature, x: number, y: number): void => {
    const { lift, missing, status, frame, carrier } = this.#figure;
    const sprite = this.#wardrobe.spriteOf(creature, status, frame);
    const left = x - sprite.anchorX;
    const top = y - sprite.anchorY - lift;
    if (carrier === 'none') {
      blit(picture, sprite, left, top);
      return;
    }
    const held = this.#carrierOf(carrier, creature.user.roleColor);
    blitDissolved(picture, held, x - held.anchorX, y - held.anchorY - lift, missing);
    blitDissolved(picture, sprite, left, top, missing);
  };

  #drawBeacon(picture: Bitmap, world: World, x: number, y: number): void {
    const { isOnAir, pulsedAt } = world.beacon;
    const age = (world.tick - pulsedAt) / PULSE_TICKS;
    const glow = isOnAir && age < 1 ? (Math.min(3, Math.floor((1 - age) * 4)) as 0 | 1 | 2 | 3) : 0;
    const key = isOnAir ? glow : 4;
    let sprite = this.#beacons.get(key);
    if (!sprite) {
      sprite = this.#art.beacon({ isOnAir, glow });
      this.#beacons.set(key, sprite);
    }
    shade(picture, this.#shadow, x - this.#shadow.anchorX, y - this.#shadow.anchorY);
    blit(picture, sprite, x - sprite.anchorX, y - sprite.anchorY);
  }

  #carrierOf(kind: 'parachute' | 'balloon', roleColor: string): Sprite {
    const key = kind + roleColor;
    const known = this.#carriers.get(key);
    if (known) return known;
    if (this.#carriers.size > 256) this.#carriers.clear();
    const sprite =
      kind === 'balloon' ? this.#art.balloon(roleColor) : this.#art.parachute(roleColor);
    this.#carriers.set(key, sprite);
    return sprite;
  }
}
