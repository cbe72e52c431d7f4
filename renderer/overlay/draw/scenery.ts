/** Composes the picture in one detail and one light: ground, drifting shadows, everybody. */
import type { World } from '../sim/world.ts';
import type { Art, Detail } from './art/art.ts';
import type { Camera } from './camera.ts';
import { Clouds } from './clouds.ts';
import { Crowd } from './crowd.ts';
import type { Frame } from './frame.ts';
import { copyGround, type Ground, paintGround, regionOf } from './ground.ts';

export class Scenery {
  readonly #art: Art;
  readonly #crowd: Crowd;
  readonly #isCalm: boolean;
  #ground: Ground | null = null;
  #clouds: Clouds | null = null;

  constructor(art: Art, { isCalm }: { readonly isCalm: boolean }) {
    this.#art = art;
    this.#crowd = new Crowd(art);
    this.#isCalm = isCalm;
  }

  get detail(): Detail {
    return this.#art.detail;
  }

  draw(frame: Frame, world: World, camera: Camera): void {
    const ground = this.#groundOf(world, camera, frame);
    const { middleX, middleY } = camera;
    const region = regionOf(ground, frame, middleX, middleY);
    copyGround(ground, frame, region, middleX, middleY);
    this.#clouds?.draw(frame, region, camera, world.tick);
    this.#crowd.draw(frame, world, camera);
    frame.show(region);
  }

  #groundOf(world: World, camera: Camera, frame: Frame): Ground {
    const known = this.#ground;
    if (known?.world === world && known.half === world.half) return known;
    if (known?.world !== world && !this.#isCalm) {
      this.#clouds = new Clouds(world.seed, 2 * camera.grid.halfWidth);
    }
    if (known) frame.clear();
    this.#ground = paintGround(this.#art, camera.grid, world);
    return this.#ground;
  }
}
