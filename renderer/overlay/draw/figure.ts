/** How a creature holds itself at a moment: where it is in the picture, and which drawing shows it. */

import type { Status } from '../../../shared/protocol.ts';
import {
  ARRIVE_TICKS,
  BLINK_TICKS,
  BREATH_TICKS,
  CHANGE_TICKS,
  type Creature,
  hopProgress,
  LEAVE_TICKS,
} from '../sim/creature.ts';
import type { Terrain } from '../sim/terrain.ts';
import type { Frame, Grid } from './art/art.ts';

/** Written anew for each creature: a frame makes no garbage. */
export interface Figure {
  /** Its tile's middle from the island's, in pixels of the picture, on the ground. */
  x: number;
  y: number;
  /** Pixels above the ground. */
  lift: number;
  frame: Frame;
  status: Status;
  /** How much of it has vanished: 0 to 3 quarters, 4 is all. */
  missing: number;
  carrier: 'none' | 'parachute' | 'balloon';
}

export function createFigure(): Figure {
  return { x: 0, y: 0, lift: 0, frame: 'rest', status: 'online', missing: 0, carrier: 'none' };
}

/** In tile heights. */
const HOP_HEIGHT = 1.1;
const FALL_HEIGHT = 12;
const RISE_HEIGHT = 13;
/** The parts of a hop spent on gathering strength and on landing. */
const CROUCH = 0.18;
const LANDING = 0.86;
/** The parts of an arrival and of a leaving that happen on the ground. */
const TOUCHDOWN = 0.86;
const TAKE_OFF = 0.14;
const FADING = 0.72;
/** Ticks a mouth stays open, or shut. */
const TALK_TICKS = 9;

export function pose(
  figure: Figure,
  creature: Creature,
  tick: number,
  terrain: Terrain,
  { halfWidth, halfHeight, step }: Grid,
): void {
  const { x, y, fromX, fromY, hopStart } = creature;
  const height = terrain.heightAt(x, y);
  figure.status = creature.user.status;
  figure.missing = 0;
  figure.carrier = 'none';
  figure.lift = 0;
  figure.x = (x - y) * halfWidth;
  figure.y = (x + y) * halfHeight - height * step;
  if (hopStart >= 0) {
    const progress = hopProgress(creature, tick);
    const flight = Math.min(1, Math.max(0, (progress - CROUCH) / (LANDING - CROUCH)));
    const back = 1 - flight;
    const start = (fromX + fromY) * halfHeight - terrain.heightAt(fromX, fromY) * step;
    figure.x = Math.round(figure.x * flight + (fromX - fromY) * halfWidth * back);
    figure.y = Math.round(figure.y * flight + start * back);
    figure.lift = Math.round(4 * flight * back * HOP_HEIGHT * 2 * halfHeight);
    figure.frame = frameOfHop(flight);
  } else if (creature.passage === 'none') {
    figure.frame = frameAtRest(figure, creature, tick);
  }
  // Who leaves in the middle of a hop goes on with it, and up.
  if (creature.passage !== 'none') posePassage(figure, creature, tick, halfHeight);
}

function frameOfHop(flight: number): Frame {
  if (flight === 0) return 'crouch';
  if (flight === 1) return 'land';
  return flight < 0.45 ? 'leap' : 'fall';
}

function posePassage(figure: Figure, creature: Creature, tick: number, halfHeight: number): void {
  const since = tick - creature.passageStart;
  const tall = 2 * halfHeight;
  if (creature.passage === 'arriving') {
    const fall = Math.min(1, since / ARRIVE_TICKS / TOUCHDOWN);
    figure.lift += Math.round((1 - fall) * FALL_HEIGHT * tall);
    figure.frame = fall === 1 ? 'land' : 'fall';
    figure.carrier = fall === 1 ? 'none' : 'parachute';
    figure.missing = fall < 0.06 ? 2 : fall < 0.12 ? 1 : 0;
    return;
  }
  const part = Math.min(1, since / LEAVE_TICKS);
  const rise = Math.max(0, (part - TAKE_OFF) / (1 - TAKE_OFF));
  figure.lift += Math.round(rise * rise * RISE_HEIGHT * tall);
  figure.frame = part < TAKE_OFF ? 'crouch' : 'leap';
  figure.carrier = 'balloon';
  // Who hides is seen off as he was.
  if (creature.user.status === 'offline') figure.status = creature.before;
  if (figure.status === 'offline') figure.frame = 'rest';
  figure.missing = part < FADING ? 0 : Math.ceil(((part - FADING) / (1 - FADING)) * 4);
}

function frameAtRest(figure: Figure, creature: Creature, tick: number): Frame {
  const { user, bubble, blinkStart, changedAt } = creature;
  const sinceChange = tick - changedAt;
  if (sinceChange < CHANGE_TICKS) {
    // A dip, in the middle of which one becomes the other.
    if (sinceChange < CHANGE_TICKS / 2) figure.status = creature.before;
    return sinceChange < CHANGE_TICKS / 4 || sinceChange > (CHANGE_TICKS * 3) / 4
      ? 'rest'
      : 'change';
  }
  if (bubble && user.status !== 'offline') {
    return Math.floor((tick - bubble.opensAt) / TALK_TICKS) % 2 === 0 ? 'talk' : 'rest';
  }
  if (user.status === 'online') return tick - blinkStart < BLINK_TICKS ? 'blink' : 'rest';
  if (user.status === 'idle') return Math.floor(tick / BREATH_TICKS) % 2 === 0 ? 'rest' : 'breath';
  return 'rest';
}
