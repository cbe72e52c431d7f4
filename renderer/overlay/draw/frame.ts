/** The picture's own pixels: everything is drawn into memory, and one copy of it reaches the canvas. */
import type { Bitmap } from './bitmap.ts';
import type { Camera } from './camera.ts';
import type { Region } from './ground.ts';

export class Frame implements Bitmap {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #image: ImageData;
  #camera: Camera | null = null;
  #density = 0;
  /** Kept apart from the image: asking that for its size, for each sprite, is dear. */
  width = 1;
  height = 1;
  pixels: Uint32Array<ArrayBuffer>;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no Canvas2D.');
    this.#canvas = canvas;
    this.#context = context;
    this.#image = new ImageData(this.width, this.height);
    this.pixels = pixelsOf(this.#image);
  }

  /** Takes the camera's size and place on the page. Empty after the camera has moved. */
  fit(camera: Camera, density: number): void {
    if (this.#camera === camera && this.#density === density) return;
    this.#camera = camera;
    this.#density = density;
    const { width, height, scale } = camera;
    if (width !== this.width || height !== this.height) {
      this.width = width;
      this.height = height;
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#image = new ImageData(width, height);
      this.pixels = pixelsOf(this.#image);
    }
    const { style } = this.#canvas;
    style.width = `${(width * scale) / density}px`;
    style.height = `${(height * scale) / density}px`;
    this.clear();
  }

  clear(): void {
    this.pixels.fill(0);
    this.#context.clearRect(0, 0, this.width, this.height);
  }

  /** Lets the browser see what was drawn in a region. */
  show({ x, y, width, height }: Region): void {
    if (width > 0 && height > 0) this.#context.putImageData(this.#image, 0, 0, x, y, width, height);
  }
}

function pixelsOf({ data }: ImageData): Uint32Array<ArrayBuffer> {
  return new Uint32Array(data.buffer);
}
