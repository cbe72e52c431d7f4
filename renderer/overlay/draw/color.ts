/** Colours as bytes: read from `#rrggbb`, mixed, weighed, and packed for a bitmap. */

export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** The outline of everything, from the app's icon. */
export const INK = readColor('#14202b');
export const WHITE = readColor('#ffffff');

export function readColor(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return { red: value >> 16, green: (value >> 8) & 0xff, blue: value & 0xff };
}

/** `share` of `other`, from 0 to 1. */
export function mix(one: Color, other: Color, share: number): Color {
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return {
    red: between(one.red, other.red),
    green: between(one.green, other.green),
    blue: between(one.blue, other.blue),
  };
}

/** How light a colour looks, from 0 to 1 (the luma of Rec. 709). */
export function lightness({ red, green, blue }: Color): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** As `ImageData` keeps it in a machine's word: every machine that runs this is little-endian. */
export function pack({ red, green, blue }: Color, alpha = 255): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

export function cssColor({ red, green, blue }: Color): string {
  return `rgb(${red} ${green} ${blue})`;
}
