/** The light of the day: what it leaves of each colour, from a blue night to a warm evening. */
import type { Bitmap } from '../bitmap.ts';

/** Shares of red, green and blue, from 0 to 1. */
export interface Light {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** The hours at which the light is as said; between them it changes evenly. */
const DAY: readonly (readonly [number, Light])[] = [
  [0, { red: 0.42, green: 0.48, blue: 0.78 }],
  [5, { red: 0.46, green: 0.5, blue: 0.78 }],
  [6.5, { red: 1, green: 0.8, blue: 0.76 }],
  [8.5, { red: 1, green: 1, blue: 1 }],
  [17, { red: 1, green: 1, blue: 1 }],
  [19, { red: 1, green: 0.82, blue: 0.66 }],
  [20.5, { red: 0.72, green: 0.62, blue: 0.78 }],
  [22, { red: 0.42, green: 0.48, blue: 0.78 }],
  [24, { red: 0.42, green: 0.48, blue: 0.78 }],
];

/** `hour` from 0 to 24. */
export function lightAt(hour: number): Light {
  const next = DAY.findIndex(([at]) => at >= hour);
  const [to, after] = DAY[Math.max(1, next)] ?? [24, NOON];
  const [from, before] = DAY[Math.max(0, next - 1)] ?? [0, NOON];
  const share = Math.min(1, Math.max(0, (hour - from) / (to - from)));
  const between = (one: number, other: number): number => one + (other - one) * share;
  return {
    red: between(before.red, after.red),
    green: between(before.green, after.green),
    blue: between(before.blue, after.blue),
  };
}

export const NOON: Light = { red: 1, green: 1, blue: 1 };
/** What a lamp gives back to the ground around it. */
const LAMP: Light = { red: 1, green: 0.88, blue: 0.62 };

/** Lets the light fall on everything that was painted. */
export function illuminate({ pixels }: Bitmap, { red, green, blue }: Light): void {
  if (red === 1 && green === 1 && blue === 1) return;
  const [r, g, b] = [Math.round(red * 256), Math.round(green * 256), Math.round(blue * 256)];
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index] as number;
    if (pixel !== 0) pixels[index] = lit(pixel, r, g, b);
  }
}

/** The same, with a lamp at a point: in steps, as light is drawn with few colours. */
export function illuminateAround(
  bitmap: Bitmap,
  light: Light,
  lamp: { readonly x: number; readonly y: number; readonly reach: number },
): void {
  const { width, height, pixels } = bitmap;
  const { x, y, reach } = lamp;
  const before = pixels.slice();
  illuminate(bitmap, light);
  for (let row = Math.max(0, y - reach); row < Math.min(height, y + reach); row += 1) {
    for (
      let column = Math.max(0, x - 2 * reach);
      column < Math.min(width, x + 2 * reach);
      column += 1
    ) {
      const index = row * width + column;
      const distance = Math.hypot((column - x) / 2, row - y) / reach;
      const dither = ((row + column) & 1) * 0.06;
      const strength = Math.floor((1 - distance - dither) * 4) / 4;
      if (strength <= 0 || before[index] === 0) continue;
      const mixed = (from: number, to: number): number =>
        Math.round(256 * Math.max(from, from + (to - from) * strength));
      pixels[index] = lit(
        before[index] as number,
        mixed(light.red, LAMP.red),
        mixed(light.green, LAMP.green),
        mixed(light.blue, LAMP.blue),
      );
    }
  }
}

function lit(pixel: number, red: number, green: number, blue: number): number {
  const r = ((pixel & 0xff) * red) >>> 8;
  const g = (((pixel >>> 8) & 0xff) * green) >>> 8;
  const b = (((pixel >>> 16) & 0xff) * blue) >>> 8;
  return ((pixel & 0xff000000) | (b << 16) | (g << 8) | r) >>> 0;
}
