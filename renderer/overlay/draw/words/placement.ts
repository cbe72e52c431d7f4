/** Finds a place for each bubble: near its speaker, on the screen, and off everybody who speaks. Pure. */
import type { Box } from '../bodies.ts';
import type { Viewport } from '../camera.ts';

export interface Bubbled {
  /** The speaker's body on the screen. */
  readonly body: Box;
  /** The size of the bubble. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedBubble extends Box {
  /** Below the speaker, when there is no room above. */
  readonly isBelow: boolean;
}

/** Pixels that a bubble would rather be farther away than below its speaker, or on another's body. */
const BELOW = 500;
const ON_A_SPEAKER = 1e9;
/** Shares of a bubble's width that are left of its speaker, and of its height that it is raised. */
const COLUMNS = [0.5, 0.85, 0.15, 1.1, -0.1];
const RAISES = [0, 0.5, 1, 1.5, 2, 3, 4];

/** Earlier speakers keep their place and later ones give way. `gap` is left around everything. */
export function placeBubbles(
  speakers: readonly Bubbled[],
  viewport: Viewport,
  gap: number,
): PlacedBubble[] {
  const placed: PlacedBubble[] = [];
  for (const speaker of speakers) {
    let best: PlacedBubble | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const place of candidates(speaker, viewport, gap)) {
      const cost = costOf(place, speaker, speakers, placed);
      if (cost < least) [best, least] = [place, cost];
    }
    if (best) placed.push(best);
  }
  return placed;
}

function costOf(
  place: PlacedBubble,
  speaker: Bubbled,
  speakers: readonly Bubbled[],
  placed: readonly PlacedBubble[],
): number {
  let cost = (distance(place, speaker.body) + (place.isBelow ? BELOW : 0)) / 1000;
  for (const box of placed) cost += overlap(place, box);
  for (const { body } of speakers) if (overlap(place, body) > 0) cost += ON_A_SPEAKER;
  return cost;
}

function candidates(speaker: Bubbled, viewport: Viewport, gap: number): PlacedBubble[] {
  const { body, width, height } = speaker;
  const middle = body.x + body.width / 2;
  const above = body.y - gap - height;
  const below = body.y + body.height + gap;
  const rows = [
    ...RAISES.map((raise) => ({ y: above - raise * height, isBelow: false })),
    ...RAISES.map((raise) => ({ y: below + raise * height, isBelow: true })),
  ];
  return rows.flatMap(({ y, isBelow }) =>
    COLUMNS.map((share) => ({
      x: Math.round(clamp(middle - width * share, gap, viewport.width - gap - width)),
      y: Math.round(clamp(y, gap, viewport.height - gap - height)),
      width,
      height,
      isBelow,
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
