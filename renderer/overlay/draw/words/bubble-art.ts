/** Draws a speech bubble: paper with an outline, and as much of its words as has been typed. */
import { cssColor, INK, readColor } from '../color.ts';
import type { BubbleLayout, Line } from './bubble-layout.ts';
import { drawLine } from './lettering.ts';
import { drawPanel } from './panel.ts';
import type { Progress } from './typing.ts';

const PAPER = cssColor(readColor('#fffdf6'));
const LINE = cssColor(INK);
const DOTS = 3;

/** `x` and `y`: its upper left corner. */
export function drawBubble(
  context: CanvasRenderingContext2D,
  layout: BubbleLayout,
  x: number,
  y: number,
  progress: Progress,
): void {
  const { lettering, pages, width, height, paperTop } = layout;
  const { block } = lettering;
  const top = y + paperTop;
  const tall = height - paperTop;
  drawPanel(context, [x, top, width, tall], { block, fill: PAPER, line: LINE }, 2);
  context.fillStyle = LINE;
  if (pages.length === 0) {
    drawDots(context, layout, x, y, progress.letters);
    return;
  }
  context.font = lettering.text;
  context.textBaseline = 'middle';
  let left = progress.letters;
  for (const [index, line] of (pages[progress.page] ?? []).entries()) {
    if (left <= 0) break;
    drawTyped(context, layout, line, x, y, index, left);
    left -= line.letters.length;
  }
}

/** The whole line is set, so that its letters join as they should; what is not typed is hidden. */
function drawTyped(
  context: CanvasRenderingContext2D,
  layout: BubbleLayout,
  line: Line,
  x: number,
  y: number,
  index: number,
  letters: number,
): void {
  const { lettering, width, height, paperTop, padTop, padSide, isRightToLeft } = layout;
  const { block, lineHeight } = lettering;
  const from = x + padSide;
  const to = x + width - padSide;
  const isWhole = letters >= line.letters.length;
  const typed = isWhole
    ? width
    : Math.ceil(context.measureText(line.letters.slice(0, letters).join('')).width);
  context.save();
  context.beginPath();
  const top = y + paperTop + block;
  const tall = height - paperTop - 2 * block;
  if (isWhole) context.rect(x + block, top, width - 2 * block, tall);
  else if (isRightToLeft) context.rect(to - typed, top, typed, tall);
  else context.rect(from, top, typed, tall);
  context.clip();
  const middle = y + paperTop + padTop + Math.round((index + 0.5) * lineHeight);
  drawLine(context, line.text, { left: from, right: to, y: middle, isRightToLeft });
  context.restore();
}

function drawDots(
  context: CanvasRenderingContext2D,
  { lettering: { size, block }, width, height, paperTop, padTop }: BubbleLayout,
  x: number,
  y: number,
  shown: number,
): void {
  const dot = 2 * block;
  const gap = Math.round(size * 0.7);
  const middleX = x + Math.round(width / 2);
  const middleY = y + paperTop + Math.round((padTop + height - paperTop - padTop) / 2);
  for (let index = 0; index < DOTS; index += 1) {
    const isLit = index < shown;
    const side = isLit ? dot : block;
    const offset = Math.round((dot - side) / 2);
    const left = middleX + (index - 1) * gap - dot / 2 + offset;
    context.fillRect(Math.round(left), Math.round(middleY - dot / 2 + offset), side, side);
  }
}

/** Where a bubble's tail begins, and the head that it points to; `down` is 1 when that is below. */
export interface Tail {
  readonly x: number;
  readonly y: number;
  readonly down: 1 | -1;
  readonly headX: number;
  readonly headY: number;
}

/** The little steps from a bubble towards the speaker's head. */
export function drawTail(
  context: CanvasRenderingContext2D,
  { x, y, down }: Tail,
  block: number,
): void {
  const rows = (color: string, first: number, halves: readonly number[]): void => {
    context.fillStyle = color;
    for (const [index, half] of halves.entries()) {
      const line = first + index;
      const top = down === 1 ? y + line * block : y - (line + 1) * block;
      context.fillRect(x - half * block, top, 2 * half * block, block);
    }
  };
  // It begins one row inside, where it opens the bubble's own outline.
  rows(LINE, -1, [3, 3, 2, 1]);
  rows(PAPER, -1, [2, 2, 1]);
}

/** Dots from the tail's tip to the head, when that is farther away; in blocks. */
const TIP = 5;
const TRAIL_STEP = 5;

export function drawTrail(
  context: CanvasRenderingContext2D,
  { x, y, down, headX, headY }: Tail,
  block: number,
): void {
  const top = y + down * TIP * block;
  const way = Math.hypot(headX - x, headY - top);
  const isPast = (headY - top) * down < 0;
  const dots = isPast ? 0 : Math.floor(way / (TRAIL_STEP * block));
  for (let dot = 0; dot < dots; dot += 1) {
    const share = (dot * TRAIL_STEP * block) / way;
    const left = Math.round(x + (headX - x) * share) - block;
    const upper = Math.round(top + (headY - top) * share) - block;
    context.fillStyle = LINE;
    context.fillRect(left - block, upper, 4 * block, 2 * block);
    context.fillRect(left, upper - block, 2 * block, 4 * block);
    context.fillStyle = PAPER;
    context.fillRect(left, upper, 2 * block, 2 * block);
  }
}
