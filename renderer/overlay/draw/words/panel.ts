/** Makes the canvas of a bubble or a tag: a filled box with an outline and corners of blocks. */

export interface Panel {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

/** Null when the browser has no canvas left to give. */
export function createPanel(width: number, height: number): Panel | null {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width);
  canvas.height = Math.ceil(height);
  const context = canvas.getContext('2d');
  return context && { canvas, context };
}

export interface PanelStyle {
  readonly block: number;
  readonly fill: string;
  readonly line: string;
}

/** `corner` blocks are taken off each corner, in steps. */
export function drawPanel(
  context: CanvasRenderingContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  { block, fill, line }: PanelStyle,
  corner: 1 | 2,
): void {
  context.fillStyle = line;
  fillStepped(context, [x, y, width, height], block, corner);
  context.fillStyle = fill;
  fillStepped(
    context,
    [x + block, y + block, width - 2 * block, height - 2 * block],
    block,
    corner,
  );
}

function fillStepped(
  context: CanvasRenderingContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  block: number,
  corner: 1 | 2,
): void {
  for (let step = 0; step <= corner; step += 1) {
    const inset = step * block;
    const outset = (corner - step) * block;
    context.fillRect(x + inset, y + outset, width - 2 * inset, height - 2 * outset);
  }
}
