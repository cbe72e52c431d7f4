/** The colours of a creature, all made of its role colour, and readable for any of them. */
import { type Color, INK, lightness, mix, pack, readColor, WHITE } from '../color.ts';

export interface Coat {
  readonly lid: number;
  readonly glow: number;
  readonly left: number;
  readonly right: number;
  readonly leftFoot: number;
  readonly rightFoot: number;
  readonly face: number;
  readonly shine: number;
  readonly blush: number;
}

/** Shades lean towards this, so that they are cool and not just dark. */
const SHADE = readColor('#221a4a');
const GREY = readColor('#7f8d8f');
const BLUSH = readColor('#ff6f88');
/** Nearly black: as dark as a body may be, so that it is not one with its outline. */
const DARKEST = 0.17;

export function coatOf(hex: string, isFaded: boolean): Coat {
  const body = lighten(isFaded ? mix(readColor(hex), GREY, 0.62) : readColor(hex));
  const light = lightness(body);
  const isDark = light < 0.3;
  const face = isFaded ? mix(body, INK, 0.6) : isDark ? WHITE : INK;
  return {
    // The lighter the body, the less a lighter lid shows: then the sides are shaded more.
    lid: pack(mix(body, WHITE, isDark || isFaded ? 0.2 : 0.42)),
    glow: pack(mix(body, WHITE, isDark || isFaded ? 0.36 : 0.75)),
    left: pack(mix(body, SHADE, light * 0.08)),
    right: pack(mix(body, SHADE, 0.16 + light * 0.08)),
    leftFoot: pack(mix(body, SHADE, 0.2)),
    rightFoot: pack(mix(body, SHADE, 0.34)),
    face: pack(face),
    shine: pack(isDark ? body : WHITE),
    blush: pack(mix(body, BLUSH, 0.65)),
  };
}

function lighten(color: Color): Color {
  const missing = DARKEST - lightness(color);
  return missing > 0 ? mix(color, WHITE, missing) : color;
}
