/** Noise that is worked out once and looked up for every pixel of the ground. */
import { speckle } from '../../sim/noise.ts';

/** Samples across, and samples for a tile: the pattern comes again after 64 tiles. */
const SIZE = 256;
const PER_TILE = 4;
/** Samples from one hill to the next, and their share of the whole. */
const WAVES: readonly (readonly [number, number])[] = [
  [16, 0.5],
  [8, 0.25],
  [2, 0.25],
];

export interface Texture {
  /** From 0 to 1, for a place in tiles. */
  at(x: number, y: number): number;
}

export function createTexture(seed: number): Texture {
  const values = new Float32Array(SIZE * SIZE);
  WAVES.forEach(([wave, share], index) => {
    addHills(values, seed + index, wave, share);
  });
  return {
    at(x, y) {
      const column = Math.floor(x * PER_TILE) & (SIZE - 1);
      const row = Math.floor(y * PER_TILE) & (SIZE - 1);
      return values[row * SIZE + column] as number;
    },
  };
}

function addHills(values: Float32Array, seed: number, wave: number, share: number): void {
  const count = SIZE / wave;
  const heights = Float32Array.from({ length: count * count }, (_, index) =>
    speckle(seed, index % count, Math.floor(index / count)),
  );
  const heightAt = (x: number, y: number): number =>
    heights[(y % count) * count + (x % count)] as number;
  for (let row = 0; row < SIZE; row += 1) {
    const top = Math.floor(row / wave);
    const down = smooth((row % wave) / wave);
    for (let column = 0; column < SIZE; column += 1) {
      const left = Math.floor(column / wave);
      const across = smooth((column % wave) / wave);
      const upper = heightAt(left, top) * (1 - across) + heightAt(left + 1, top) * across;
      const lower = heightAt(left, top + 1) * (1 - across) + heightAt(left + 1, top + 1) * across;
      const index = row * SIZE + column;
      values[index] = (values[index] as number) + share * (upper * (1 - down) + lower * down);
    }
  }
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
