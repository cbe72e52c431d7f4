/** Composes the picture in one detail and one light: ground, drifting shadows, everybody. */
import type { World } from '../sim/world.ts';
import type { Art, Detail } from './art/art.ts';
import { Backdrop } from './backdrop.ts';
import type { Camera } from './camera.ts';
import { Clouds } from './clouds.ts';
import { Crowd } from './crowd.ts';
import type { Frame } from './frame.ts';
import { paintGround } from './ground.ts';

export class Scenery {
  readonly #art: Art;
  readonly #crowd: Crowd;
  readonly #isCalm: boolean;
  #backdrop: Backdrop | null = null;

  constructor(art: Art, { isCalm }: { readonly isCalm: boolean }) {
    this.#art = art;
    this.#crowd = new Crowd(art);
    this.#isCalm = isCalm;
  }

  get detail(): Detail {
    return this.#art.detail;
  }

  draw(frame: Frame, world: World, camera: Camera): void {
    const backdrop = this.#backdropOf(world, camera, frame);
    const isAloft = this.#crowd.pose(frame, world, camera);
    const changed = backdrop.copyTo(frame, camera, world.tick, isAloft);
    this.#crowd.draw(frame, world, camera);
    frame.show(changed);
  }

  #backdropOf(world: World, { grid }: Camera, frame: Frame): Backdrop {
    const known = this.#backdrop;
    if (known?.ground.world === world && known.ground.half === world.half) return known;
    if (known) frame.clear();
    const clouds = this.#isCalm ? null : new Clouds(world.seed, 2 * grid.halfWidth);
    this.#backdrop = new Backdrop(paintGround(this.#art, grid, world), clouds);
    return this.#backdrop;
  }
}
