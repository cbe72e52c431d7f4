/** The size and the fonts of all text: the system's own, which know every script. */
import type { Viewport } from '../camera.ts';

export interface Lettering {
  /** Device pixels. */
  readonly size: number;
  readonly lineHeight: number;
  readonly text: string;
  readonly name: string;
  /** Width and height of the blocks that frames and tails are made of. */
  readonly block: number;
}

/** Of the screen's height: still read on a stream of 720 lines. */
const SHARE = 1 / 46;
/** CSS pixels. */
const SMALLEST = 13;
const LARGEST = 44;
const FAMILIES =
  'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans CJK JP", "Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji", sans-serif';

/** `density`: device pixels for each CSS pixel. */
export function letteringFor({ height }: Viewport, density: number): Lettering {
  const size = Math.round(
    Math.min(LARGEST * density, Math.max(SMALLEST * density, height * SHARE)),
  );
  return {
    size,
    lineHeight: Math.round(size * 1.32),
    text: font(500, size),
    name: font(700, Math.round(size * 0.8)),
    block: Math.max(2, Math.round(size / 8)),
  };
}

export function enlarge(lettering: Lettering, times: number): Lettering {
  const size = lettering.size * times;
  return {
    ...lettering,
    size,
    lineHeight: Math.round(size * 1.25),
    text: font(500, size),
  };
}

function font(weight: number, size: number): string {
  return `${weight} ${size}px ${FAMILIES}`;
}

/**
 * Draws a line by itself: isolated, so that its direction ends with it (Unicode annex 9), in the
 * direction of the text it is a line of, whatever its own first word is, and between `left` and
 * `right`.
 */
export function drawLine(
  context: CanvasRenderingContext2D,
  line: string,
  { left, right, y, isRightToLeft }: LinePlace,
): void {
  context.direction = isRightToLeft ? 'rtl' : 'ltr';
  context.textAlign = isRightToLeft ? 'right' : 'left';
  const isolate = isRightToLeft ? '\u2067' : '\u2066';
  context.fillText(`${isolate}${line}\u2069`, isRightToLeft ? right : left, y);
}

export interface LinePlace {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly isRightToLeft: boolean;
}
