/** Finds a place for each bubble: near its speaker, on the screen, and off everybody who speaks. Pure. */
import type { Box } from '../bodies.ts';
import type { Viewport } from '../camera.ts';
import { everyPlace, type Place, placesNear } from './places.ts';

export interface Bubbled {
  /** The speaker's body on the screen. */
  readonly body: Box;
  /** The size of the bubble. */
  readonly width: number;
  readonly height: number;
  /** Where it was, from its speaker; null for a new one. */
  readonly kept: Offset | null;
}

/** From the body's upper left corner to the bubble's. */
export interface Offset {
  readonly x: number;
  readonly y: number;
  readonly isBelow: boolean;
}

export interface Surroundings {
  readonly viewport: Viewport;
  /** Is left around everything; a tail is shorter. */
  readonly gap: number;
  /** Bodies that are better not covered; asked for when there is something to place. */
  readonly bystanders: () => readonly Box[];
}

const ON_A_BUBBLE = 1e5;
/** What never happens as long as there is a place where it does not. */
const ON_A_SPEAKER = 1e9;
/** In heights of the speaker: so much farther away rather than below, or on a bystander. */
const BELOW = 3;
const ON_A_BYSTANDER = 1.3;
/** Where so many are covered, more do not matter. */
const MOST_BYSTANDERS = 2;

/** Who spoke first keeps its place, and later ones give way. */
export function placeBubbles(speakers: readonly Bubbled[], around: Surroundings): Place[] {
  const placed: Place[] = [];
  let bystanders: readonly Box[] | null = null;
  for (const speaker of speakers) {
    const kept = keep(speaker, around);
    if (kept && hindrance(kept, speakers, placed, around.gap) === 0) {
      placed.push(kept);
      continue;
    }
    bystanders ??= around.bystanders();
    placed.push(find(speaker, speakers, placed, bystanders, around));
  }
  return placed;
}

export function offsetOf({ x, y, isBelow }: Place, body: Box): Offset {
  return { x: x - body.x, y: y - body.y, isBelow };
}

/** The bubble where it was before, moved with its speaker; null when that is off the screen. */
function keep({ body, width, height, kept }: Bubbled, { viewport, gap }: Surroundings) {
  if (!kept) return null;
  const [x, y] = [body.x + kept.x, body.y + kept.y];
  const isOn =
    x >= gap &&
    y >= gap &&
    x + width <= viewport.width - gap &&
    y + height <= viewport.height - gap;
  return isOn ? { x, y, width, height, isBelow: kept.isBelow } : null;
}

function find(
  speaker: Bubbled,
  speakers: readonly Bubbled[],
  placed: readonly Place[],
  bystanders: readonly Box[],
  { viewport, gap }: Surroundings,
): Place {
  const costOf = (place: Place): number =>
    hindrance(place, speakers, placed, gap) +
    distance(place, speaker.body) +
    speaker.body.height * (place.isBelow ? BELOW : 0) +
    speaker.body.height * ON_A_BYSTANDER * covered(place, bystanders);
  const [near, cost] = cheapest(placesNear(speaker, viewport, gap), costOf);
  if (cost < ON_A_BUBBLE) return near;
  const [far, farCost] = cheapest(everyPlace(speaker, viewport, gap), costOf);
  return farCost < cost ? far : near;
}

function cheapest(
  places: readonly [Place, ...Place[]],
  costOf: (place: Place) => number,
): readonly [Place, number] {
  let best: readonly [Place, number] = [places[0], costOf(places[0])];
  for (const place of places) {
    const cost = costOf(place);
    if (cost < best[1]) best = [place, cost];
  }
  return best;
}

/** Of others: what must not be covered, if there is any way. 0 for a place that is free. */
function hindrance(
  place: Place,
  speakers: readonly Bubbled[],
  placed: readonly Place[],
  gap: number,
): number {
  let cost = 0;
  for (const box of placed) {
    const area = overlap(place, box, gap);
    if (area > 0) cost += ON_A_BUBBLE + area;
  }
  for (const { body } of speakers) if (overlap(place, body, 0) > 0) cost += ON_A_SPEAKER;
  return cost;
}

/** How many bodies are covered, parts of bodies counted as such. */
function covered(place: Place, bodies: readonly Box[]): number {
  let count = 0;
  for (const body of bodies) count += overlap(place, body, 0) / (body.width * body.height);
  return Math.min(MOST_BYSTANDERS, count);
}

/** The area in which two boxes, of which one is larger by a gap, lie upon each other. */
function overlap(one: Box, other: Box, gap: number): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across + gap > 0 && down + gap > 0 ? (across + gap) * (down + gap) : 0;
}

function distance(one: Box, other: Box): number {
  const across = one.x + one.width / 2 - other.x - other.width / 2;
  const down = one.y + one.height / 2 - other.y - other.height / 2;
  return Math.hypot(across, down);
}
