/** The places that a bubble may have: above and below its speaker, and, in need, anywhere. Pure. */
import type { Box } from '../bodies.ts';
import type { Viewport } from '../camera.ts';

export interface Place extends Box {
  /** Below the speaker, when there is no room above. */
  readonly isBelow: boolean;
}

interface Placeable {
  readonly body: Box;
  readonly width: number;
  readonly height: number;
}

/** Shares of a bubble's width that are left of its speaker, and of its height that it is raised. */
const COLUMNS = [0.5, 0.68, 0.32, 0.85, 0.15, 1.1, -0.1, 1.4, -0.4, 1.8, -0.8];
const RAISES = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];
/** Steps from one edge of the screen to the other. */
const STEPS = 24;

export function placesNear(speaker: Placeable, viewport: Viewport, gap: number) {
  const { body, width, height } = speaker;
  const middle = body.x + body.width / 2;
  const above = body.y - gap - height;
  const below = body.y + body.height + gap;
  const upper = RAISES.map((raise) => above - raise * height);
  const lower = RAISES.map((raise) => below + raise * height);
  const columns = COLUMNS.map((share) => middle - width * share);
  return grid(speaker, columns, [...upper, ...lower], viewport, gap);
}

export function everyPlace(speaker: Placeable, viewport: Viewport, gap: number) {
  const shares = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const columns = shares.map((share) => share * viewport.width);
  const rows = shares.map((share) => share * viewport.height);
  return grid(speaker, columns, rows, viewport, gap);
}

/** All of them on the screen. */
function grid(
  { body, width, height }: Placeable,
  columns: readonly number[],
  rows: readonly number[],
  viewport: Viewport,
  gap: number,
): [Place, ...Place[]] {
  const place = (column: number, row: number): Place => {
    const x = Math.round(clamp(column, gap, viewport.width - gap - width));
    const y = Math.round(clamp(row, gap, viewport.height - gap - height));
    return { x, y, width, height, isBelow: y + height / 2 > body.y + body.height / 2 };
  };
  const [first = 0] = columns;
  const others = rows.flatMap((row) => columns.map((column) => place(column, row)));
  return [place(first, rows[0] ?? 0), ...others];
}

/** On a screen that is too small the start of the box counts. */
function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
