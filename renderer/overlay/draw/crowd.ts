/** Draws everybody into the picture, those behind first, each on its shadow. */
import type { Creature } from '../sim/creature.ts';
import { bucketAt } from '../sim/depth-order.ts';
import { PULSE_TICKS, type World } from '../sim/world.ts';
import type { Art } from './art/art.ts';
import type { Bitmap } from './bitmap.ts';
import { blit, blitDissolved, shade } from './blit.ts';
import type { Camera } from './camera.ts';
import { type Cutout, cutOut } from './cutout.ts';
import { createFigure, type Figure, pose } from './figure.ts';
import { Wardrobe } from './wardrobe.ts';

/** In tile heights: nobody is drawn farther than this from where he stands, but who flies. */
const AROUND = 4;
const FLIGHT = 18;
/** In tile heights: a shadow grows smaller under who is higher. */
const HIGH = 0.5;

/** Somebody in the picture, and how. */
interface Posed {
  creature: Creature;
  readonly figure: Figure;
}

export class Crowd {
  readonly #art: Art;
  readonly #wardrobe: Wardrobe;
  readonly #shadow: Cutout;
  readonly #smallShadow: Cutout;
  readonly #carriers = new Map<string, Cutout>();
  readonly #beacons = new Map<number, Cutout>();
  /** From back to front; the first `#count` are in the picture, the others are for a larger crowd. */
  readonly #posed: Posed[] = [];
  #count = 0;
  /** How many of them are behind the beacon. */
  #behindBeacon = 0;

  constructor(art: Art) {
    this.#art = art;
    this.#wardrobe = new Wardrobe(art);
    this.#shadow = cutOut(art.shadow('full'));
    this.#smallShadow = cutOut(art.shadow('small'));
  }

  /** Everybody takes his pose for the picture that is drawn next. Answers whether anybody flies. */
  pose(picture: Bitmap, world: World, camera: Camera): boolean {
    const { order, terrain, tick } = world;
    const { grid, middleX, middleY } = camera;
    const tall = 2 * grid.halfHeight;
    // A bucket is half a row of tiles.
    const first = Math.floor(((-middleY - AROUND * tall) / grid.halfHeight) * 2);
    const last = Math.ceil(((picture.height - middleY + FLIGHT * tall) / grid.halfHeight) * 2);
    const lowest = Math.max(order.lowest, first);
    const highest = Math.min(order.highest, last);
    const reach = AROUND * grid.halfWidth;
    let isAnybodyAloft = false;
    this.#count = 0;
    this.#behindBeacon = 0;
    for (let key = lowest; key <= highest; key += 1) {
      const bucket = bucketAt(order, key);
      for (let index = 0; index < bucket.length; index += 1) {
        const creature = bucket[index] as Creature;
        const across = middleX + (creature.x - creature.y) * grid.halfWidth;
        if (across < -reach || across > picture.width + reach) continue;
        const figure = this.#nextFigure(creature);
        pose(figure, creature, tick, terrain, grid);
        if (figure.carrier !== 'none') isAnybodyAloft = true;
      }
      if (key < 0) this.#behindBeacon = this.#count;
    }
    return isAnybodyAloft;
  }

  /** As they were posed; the beacon, in the middle, has its place among them. */
  draw(picture: Bitmap, world: World, { middleX, middleY }: Camera): void {
    for (let index = 0; index < this.#count; index += 1) {
      this.#drawShadow(picture, (this.#posed[index] as Posed).figure, middleX, middleY);
    }
    for (let index = 0; index < this.#count; index += 1) {
      if (index === this.#behindBeacon) this.#drawBeacon(picture, world, middleX, middleY);
      this.#drawBody(picture, this.#posed[index] as Posed, middleX, middleY);
    }
    if (this.#behindBeacon === this.#count) this.#drawBeacon(picture, world, middleX, middleY);
  }

  #nextFigure(creature: Creature): Figure {
    const posed = this.#posed[this.#count];
    this.#count += 1;
    if (posed) {
      posed.creature = creature;
      return posed.figure;
    }
    const figure = createFigure();
    this.#posed.push({ creature, figure });
    return figure;
  }

  #drawShadow(picture: Bitmap, figure: Figure, middleX: number, middleY: number): void {
    const { x, y, lift, missing, carrier } = figure;
    if (missing > 0) return;
    const isSmall = carrier !== 'none' || lift > HIGH * 8;
    const shadow = isSmall ? this.#smallShadow : this.#shadow;
    shade(picture, shadow, middleX + x - shadow.anchorX, middleY + y - shadow.anchorY);
  }

  #drawBody(picture: Bitmap, { creature, figure }: Posed, middleX: number, middleY: number): void {
    const { lift, missing, status, frame, carrier } = figure;
    const sprite = this.#wardrobe.spriteOf(creature, status, frame);
    const x = middleX + figure.x;
    const y = middleY + figure.y - lift;
    const left = x - sprite.anchorX;
    const top = y - sprite.anchorY;
    if (carrier === 'none') {
      blit(picture, sprite, left, top);
      return;
    }
    const held = this.#carrierOf(carrier, creature.user.roleColor);
    blitDissolved(picture, held, x - held.anchorX, y - held.anchorY, missing);
    blitDissolved(picture, sprite, left, top, missing);
  }

  #drawBeacon(picture: Bitmap, world: World, x: number, y: number): void {
    const { isOnAir, pulsedAt } = world.beacon;
    const age = (world.tick - pulsedAt) / PULSE_TICKS;
    const glow = isOnAir && age < 1 ? (Math.min(3, Math.floor((1 - age) * 4)) as 0 | 1 | 2 | 3) : 0;
    const key = isOnAir ? glow : 4;
    let sprite = this.#beacons.get(key);
    if (!sprite) {
      sprite = cutOut(this.#art.beacon({ isOnAir, glow }));
      this.#beacons.set(key, sprite);
    }
    shade(picture, this.#shadow, x - this.#shadow.anchorX, y - this.#shadow.anchorY);
    blit(picture, sprite, x - sprite.anchorX, y - sprite.anchorY);
  }

  #carrierOf(kind: 'parachute' | 'balloon', roleColor: string): Cutout {
    const key = kind + roleColor;
    const known = this.#carriers.get(key);
    if (known) return known;
    if (this.#carriers.size > 256) this.#carriers.clear();
    const sprite = cutOut(
      kind === 'balloon' ? this.#art.balloon(roleColor) : this.#art.parachute(roleColor),
    );
    this.#carriers.set(key, sprite);
    return sprite;
  }
}
