/** Draws a name on a tag in the role's colour. */
import type { User } from '../../../../shared/protocol.ts';
import { cssColor, INK, lightness, readColor, WHITE } from '../color.ts';
import { drawLine, type Lettering } from './lettering.ts';
import { createPanel, drawPanel } from './panel.ts';
import { cutLine, isRightToLeft } from './text-layout.ts';

/** Names that are wider, in letter heights, are cut. */
const WIDEST = 12;

/** Null when there is no name to show. */
export function drawNameTag(user: User, lettering: Lettering): HTMLCanvasElement | null {
  const { size, block, name } = lettering;
  const probe = createPanel(1, 1);
  if (!probe || user.username === '') return null;
  probe.context.font = name;
  const measure = (text: string): number => probe.context.measureText(text).width;
  const line = cutLine(user.username, { maxWidth: WIDEST * size, measure });
  const pad = Math.round(size * 0.35) + block;
  const width = Math.ceil(measure(line)) + 2 * pad;
  const height = Math.round(size * 1.12) + 2 * block;
  const panel = createPanel(width, height);
  if (!panel) return null;
  const { canvas, context } = panel;
  const color = readColor(user.roleColor);
  drawPanel(
    context,
    [0, 0, width, height],
    { block, fill: cssColor(color), line: cssColor(INK) },
    1,
  );
  context.beginPath();
  context.rect(block, block, width - 2 * block, height - 2 * block);
  context.clip();
  context.font = name;
  context.textBaseline = 'middle';
  context.fillStyle = cssColor(lightness(color) > 0.42 ? INK : WHITE);
  const place = { left: pad, right: width - pad, y: Math.round(height / 2) + 1 };
  drawLine(context, line, { ...place, isRightToLeft: isRightToLeft(line) });
  return canvas;
}
