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

/** Of the screen's height, and in device pixels: still read on a stream of 720 lines. */
const SHARE = 1 / 46;
const SMALLEST = 13;
const LARGEST = 44;
const FAMILIES =
  'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans CJK JP", "Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji", sans-serif';

export function letteringFor(viewport: Viewport): Lettering {
  const size = Math.round(Math.min(LARGEST, Math.max(SMALLEST, viewport.height * SHARE)));
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
 * Draws a line by itself: isolated, so that its direction ends with it (Unicode annex 9), and
 * between `left` and `right`, from the side on which its script begins.
 */
export function drawLine(
  context: CanvasRenderingContext2D,
  line: string,
  { left, right, y, isRightToLeft }: LinePlace,
): void {
  context.direction = isRightToLeft ? 'rtl' : 'ltr';
  context.textAlign = isRightToLeft ? 'right' : 'left';
  context.fillText(`\u2068${line}\u2069`, isRightToLeft ? right : left, y);
}

export interface LinePlace {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly isRightToLeft: boolean;
}
