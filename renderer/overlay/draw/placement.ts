/** Finds a place for each bubble: above its speaker, on the screen, and off the others. Pure. */
import type { Viewport } from './camera.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Speaker {
  /** The body on the screen. */
  readonly body: Box;
  /** The size of what it says. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedBubble extends Box {
  /** Below the speaker, when there is no room above. */
  readonly isBelow: boolean;
}

/** Pixels that a bubble would rather be farther away than below. */
const BELOW = 500;

/** Earlier speakers keep their place and later ones give way. `gap` is left around everything. */
export function placeBubbles(
  speakers: readonly Speaker[],
  viewport: Viewport,
  gap: number,
): PlacedBubble[] {
  const bodies = speakers.map(({ body }) => body);
  const placed: PlacedBubble[] = [];
  for (const speaker of speakers) {
    const places = candidates(speaker, viewport, gap);
    const costs = places.map((place) => {
      const covered = [...placed, ...bodies].reduce((sum, box) => sum + overlap(place, box), 0);
      const reluctance = place.isBelow ? BELOW : 0;
      return covered + (distance(place, speaker.body) + reluctance) / 1000;
    });
    const best = places[costs.indexOf(Math.min(...costs))];
    if (best) placed.push(best);
  }
  return placed;
}

function candidates(speaker: Speaker, viewport: Viewport, gap: number): PlacedBubble[] {
  const { body, width, height } = speaker;
  const middle = body.x + body.width / 2;
  const above = body.y - gap - height;
  const below = body.y + body.height + gap;
  const shifts = [0.5, 0.85, 0.15].map((share) => middle - width * share);
  const rows = [above, above - height / 2, above - height, above - height * 2, below];
  return rows.flatMap((row) =>
    shifts.map((column) => ({
      x: Math.round(clamp(column, gap, viewport.width - gap - width)),
      y: Math.round(clamp(row, gap, viewport.height - gap - height)),
      width,
      height,
      isBelow: row === below,
    })),
  );
}

function overlap(one: Box, other: Box): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0 && down > 0 ? across * down : 0;
}

function distance(one: Box, other: Box): number {
  const across = one.x + one.width / 2 - other.x - other.width / 2;
  const down = one.y + one.height / 2 - other.y - other.height / 2;
  return Math.hypot(across, down);
}

/** On a screen that is too small the start of the box counts. */
function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
