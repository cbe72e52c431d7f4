/** Shadows of clouds that drift over the island, slowly enough to be felt rather than seen. */
import { createRandom } from '../../../shared/random.ts';
import type { Bitmap } from './bitmap.ts';

/** Ticks for a pixel of the picture at the nearest detail: two pixels a second. */
const TICKS_A_PIXEL = 30;
/** In tile widths: how far apart clouds are, and how long and high one is. */
const SPACING = 22;
const LENGTH = 7;
const HEIGHT = 2.2;
const PUFFS = 5;

/** A row of a cloud, or a part of one: where it begins and ends. */
interface Span {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

export class Clouds {
  readonly #tile: number;
  readonly #spans: readonly Span[];
  readonly #seed: number;
  /** The tick of the last picture, and those for which the clouds have drifted; null before the first. */
  #seen: number | null = null;
  #drifted: number | null = null;

  /** `tile`: the width of one, in pixels of the picture. */
  constructor(seed: number, tile: number) {
    this.#tile = tile;
    this.#seed = seed;
    this.#spans = drawCloud(seed, tile);
  }

  /**
   * How far they have drifted, in pixels, at the tick of a new picture. Where nothing else moves no
   * picture is drawn: after that they drift on, and do not jump.
   */
  moveOn(tick: number): number {
    const since = tick - (this.#seen ?? tick);
    this.#drifted = (this.#drifted ?? tick) + Math.min(TICKS_A_PIXEL, since);
    this.#seen = tick;
    return Math.floor((this.#drifted * this.#tile) / 16 / TICKS_A_PIXEL);
  }

  /** Darkens what was painted; a cloud casts no shadow on nothing. */
  draw(
    picture: Bitmap,
    { middleX, middleY }: { readonly middleX: number; readonly middleY: number },
    drift: number,
  ): void {
    const { width, height } = picture;
    const spacing = SPACING * this.#tile;
    const high = HEIGHT * this.#tile;
    const first = Math.floor(((-high - middleY) / spacing) * 2);
    const last = Math.ceil(((height + high - middleY) / spacing) * 2);
    for (let row = first; row <= last; row += 1) {
      // Neighbouring rows are shifted, so that clouds never march in line.
      const shift = Math.round((((row * 23 + this.#seed) & 63) / 64) * spacing);
      const start = (middleX + drift + shift) % spacing;
      for (let x = start - spacing; x < width + spacing; x += spacing) {
        this.#shade(picture, x, middleY + Math.round((row * spacing) / 2));
      }
    }
  }

  #shade({ width, height, pixels }: Bitmap, x: number, y: number): void {
    for (const span of this.#spans) {
      const row = y + span.y;
      if (row < 0 || row >= height) continue;
      const left = Math.max(0, x + span.left);
      const right = Math.min(width, x + span.right);
      for (let index = row * width + left; index < row * width + right; index += 1) {
        const pixel = pixels[index] as number;
        // An eighth darker, all three colours at once.
        pixels[index] = pixel - ((pixel >>> 3) & 0x1f1f1f);
      }
    }
  }
}

/** A few flat ellipses in a row; where they lie upon each other they are one, and as dark. */
function drawCloud(seed: number, tile: number): Span[] {
  const random = createRandom(seed ^ 0xc10d);
  const puffs = Array.from({ length: PUFFS }, (_, index) => ({
    x: ((index + 0.5) / PUFFS - 0.5 + (random() - 0.5) * 0.1) * LENGTH * tile,
    y: (random() - 0.5) * 0.25 * HEIGHT * tile,
    across: (0.6 + 0.5 * random()) * (LENGTH / PUFFS) * tile,
    // Those in the middle are the highest.
    down: (0.22 + 0.34 * Math.sin(((index + 0.5) / PUFFS) * Math.PI)) * HEIGHT * tile,
  }));
  const spans: Span[] = [];
  for (let y = -Math.ceil(HEIGHT * tile); y <= HEIGHT * tile; y += 1) {
    const row: Span[] = [];
    for (const puff of puffs) {
      const share = 1 - ((y - puff.y) / puff.down) ** 2;
      if (share <= 0) continue;
      const reach = Math.sqrt(share) * puff.across;
      let [left, right] = [Math.round(puff.x - reach), Math.round(puff.x + reach)];
      for (let last = row.at(-1); last && left <= last.right; last = row.at(-1)) {
        [left, right] = [Math.min(left, last.left), Math.max(right, last.right)];
        row.pop();
      }
      row.push({ y, left, right });
    }
    spans.push(...row);
  }
  return spans;
}
