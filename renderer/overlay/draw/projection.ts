/** From tiles to pixels of the picture: two across for one down. */
import { type Creature, hopProgress } from '../sim/creature.ts';

/** Half of a tile, in pixels of the picture. */
export const HALF_WIDTH = 8;
export const HALF_HEIGHT = 4;

/** How high a hop goes, in the same pixels. */
const HOP_HEIGHT = 9;
/** The parts of a hop spent on gathering strength and on landing. */
const CROUCH = 0.18;
const LANDING = 0.86;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the middle of the island. */
export function project(x: number, y: number): Point {
  return { x: (x - y) * HALF_WIDTH, y: (x + y) * HALF_HEIGHT };
}

export interface Posture {
  /** Where it stands, from the middle of the island, in tiles. */
  readonly x: number;
  readonly y: number;
  /** Pixels above the ground. */
  readonly lift: number;
  readonly shape: 'standing' | 'squashed' | 'stretched';
}

/** Crouches, flies in an arc, and gives way a little on landing. */
export function postureOf(creature: Creature, tick: number): Posture {
  const { cell, hopFrom } = creature;
  if (!hopFrom) return { x: cell.x, y: cell.y, lift: 0, shape: 'standing' };
  const progress = hopProgress(creature, tick);
  const flight = Math.min(1, Math.max(0, (progress - CROUCH) / (LANDING - CROUCH)));
  const isOnGround = flight === 0 || flight === 1;
  return {
    x: hopFrom.x + (cell.x - hopFrom.x) * flight,
    y: hopFrom.y + (cell.y - hopFrom.y) * flight,
    lift: Math.round(4 * flight * (1 - flight) * HOP_HEIGHT),
    shape: isOnGround ? 'squashed' : flight < 0.35 ? 'stretched' : 'standing',
  };
}
