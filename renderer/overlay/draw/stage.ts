/** Shows a world: the picture at its own resolution, enlarged by whole numbers, and words above it. */
import type { World } from '../sim/world.ts';
import { toCanvas } from './bitmap.ts';
import { aimCamera, type Camera, type Viewport, type Zoom } from './camera.ts';
import { Crowd } from './crowd.ts';
import { drawIsland } from './island-art.ts';
import { type NameMode, Words } from './words.ts';

export interface StageOptions {
  readonly picture: HTMLCanvasElement;
  readonly words: HTMLCanvasElement;
  readonly names: NameMode;
  readonly zoom: Zoom;
}

/** The ground, for as long as it is the same. */
interface Ground {
  readonly world: World;
  readonly half: number;
  readonly camera: Camera;
  readonly canvas: HTMLCanvasElement;
}

export class Stage {
  readonly #options: StageOptions;
  readonly #context: CanvasRenderingContext2D;
  readonly #words: Words;
  readonly #crowd = new Crowd();
  #viewport: Viewport = { width: 1, height: 1 };
  #density = 1;
  #ground: Ground | null = null;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#context = contextOf(options.picture);
    this.#words = new Words(contextOf(options.words), options.names);
  }

  /** CSS pixels, and device pixels for each of them. Draw again after this. */
  resize(width: number, height: number, density: number): void {
    this.#density = density;
    this.#viewport = {
      width: Math.max(1, Math.round(width * density)),
      height: Math.max(1, Math.round(height * density)),
    };
    this.#ground = null;
    this.#words.resize(this.#viewport);
    sizeOnPage(
      this.#options.words,
      this.#viewport.width / density,
      this.#viewport.height / density,
    );
  }

  draw(world: World): void {
    const { canvas, camera } = this.#groundOf(world);
    this.#context.clearRect(0, 0, camera.width, camera.height);
    this.#context.drawImage(canvas, 0, 0);
    this.#crowd.draw(this.#context, world, camera);
    this.#words.draw(world, camera);
  }

  #groundOf(world: World): Ground {
    const known = this.#ground;
    if (known?.world === world && known.half === world.half) return known;
    const { picture, zoom } = this.#options;
    const camera = aimCamera(this.#viewport, world.half, zoom);
    picture.width = camera.width;
    picture.height = camera.height;
    const enlarged = camera.scale / this.#density;
    sizeOnPage(picture, camera.width * enlarged, camera.height * enlarged);
    const canvas = toCanvas(drawIsland(world, camera));
    this.#ground = { world, half: world.half, camera, canvas };
    return this.#ground;
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no Canvas2D.');
  return context;
}

function sizeOnPage({ style }: HTMLCanvasElement, width: number, height: number): void {
  style.width = `${width}px`;
  style.height = `${height}px`;
}
