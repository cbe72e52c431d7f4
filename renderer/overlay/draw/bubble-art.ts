/** Draws a speech bubble: what was said in a few lines, with the speaker's tag on its edge. */
import { cssColor, INK, readColor } from './color.ts';
import { drawLine, type Lettering } from './lettering.ts';
import { createPanel, drawPanel } from './panel.ts';
import { isRightToLeft, wrapText } from './text-layout.ts';

const MOST_LINES = 5;
/** In letter heights. */
const WIDEST = 17;

const PAPER = cssColor(readColor('#fffdf6'));
const LINE = cssColor(INK);

/** `tag` is drawn over the upper edge. Null when the browser has no canvas left. */
export function drawBubble(
  text: string,
  tag: HTMLCanvasElement | null,
  lettering: Lettering,
  widest: number,
): HTMLCanvasElement | null {
  const { size, lineHeight, block } = lettering;
  const probe = createPanel(1, 1);
  if (!probe) return null;
  probe.context.font = lettering.text;
  const measure = (line: string): number => probe.context.measureText(line).width;
  const maxWidth = Math.max(size * 2, Math.min(WIDEST * size, widest - 2 * size));
  const lines = wrapText(text, { maxWidth, maxLines: MOST_LINES, measure });
  const pad = Math.round(size * 0.55) + block;
  const inner = Math.ceil(Math.max(size, ...lines.map(measure)));
  const tagHeight = tag ? Math.round(tag.height * 0.62) : 0;
  const width = Math.max(inner + 2 * pad, tag ? tag.width + 2 * pad : 0);
  const padTop = Math.round(size * 0.42) + block + (tag ? tag.height - tagHeight : 0);
  const padBottom = Math.round(size * 0.42) + block;
  const height = tagHeight + padTop + lines.length * lineHeight + padBottom;
  const panel = createPanel(width, height);
  if (!panel) return null;
  const { canvas, context } = panel;
  const style = { block, fill: PAPER, line: LINE };
  drawPanel(context, [0, tagHeight, width, height - tagHeight], style, 2);
  if (tag) context.drawImage(tag, pad - block, 0);
  context.beginPath();
  context.rect(block, tagHeight + block, width - 2 * block, height - tagHeight - 2 * block);
  context.clip();
  context.font = lettering.text;
  context.textBaseline = 'middle';
  context.fillStyle = LINE;
  const fromRight = isRightToLeft(text);
  lines.forEach((line, index) => {
    const y = tagHeight + padTop + Math.round((index + 0.5) * lineHeight);
    drawLine(context, line, { left: pad, right: width - pad, y, isRightToLeft: fromRight });
  });
  return canvas;
}

/** The little steps from a bubble to the speaker's head; `down` is 1 when that is below. */
export function drawTail(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  down: 1 | -1,
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
