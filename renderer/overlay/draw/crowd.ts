/** Draws everybody, those behind first, each on its shadow. */
import type { Creature } from '../sim/creature.ts';
import type { World } from '../sim/world.ts';
import { toCanvas } from './bitmap.ts';
import type { Camera } from './camera.ts';
import { FRAME } from './creature-art.ts';
import { type Point, type Posture, postureOf, project } from './projection.ts';
import { drawShadow } from './shadow-art.ts';
import { Sprites } from './sprites.ts';

interface Figure {
  readonly creature: Creature;
  readonly posture: Posture;
  readonly depth: number;
  /** The middle of its tile in the picture. */
  readonly ground: Point;
}

export class Crowd {
  readonly #sprites = new Sprites();
  readonly #shadow = toCanvas(drawShadow(7));
  readonly #smallShadow = toCanvas(drawShadow(5));

  draw(context: CanvasRenderingContext2D, world: World, camera: Camera): void {
    const figures = figuresIn(world, camera);
    for (const { posture, ground } of figures) {
      const shadow = posture.lift > 2 ? this.#smallShadow : this.#shadow;
      const left = ground.x - (shadow.width >> 1) + 1;
      context.drawImage(shadow, left, ground.y - (shadow.height >> 1) + 1);
    }
    for (const { creature, posture, ground } of figures) {
      const sprite = this.#sprites.of(creature, posture.shape);
      context.drawImage(sprite, ground.x - FRAME.x, ground.y - FRAME.y - posture.lift);
    }
  }
}

/** Those that can be seen, from back to front. */
function figuresIn(world: World, { middle, width, height }: Camera): Figure[] {
  const figures: Figure[] = [];
  for (const creature of world.creatures.values()) {
    const posture = postureOf(creature, world.tick);
    const { x, y } = project(posture.x, posture.y);
    const ground = { x: middle.x + Math.round(x), y: middle.y + Math.round(y) };
    const isSeen =
      ground.x > -FRAME.width &&
      ground.x < width + FRAME.width &&
      ground.y > -FRAME.height &&
      ground.y < height + 2 * FRAME.height;
    if (isSeen) figures.push({ creature, posture, depth: posture.x + posture.y, ground });
  }
  return figures.sort((one, other) => one.depth - other.depth);
}
