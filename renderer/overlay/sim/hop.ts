/** A hop: the cell it ends on is taken before it begins, the one it left is free when it has ended. */
import { type Creature, face, HOP_TICKS } from './creature.ts';
import { land, takeOff } from './depth-order.ts';
import { type Grid, release, take } from './grid.ts';
import type { World } from './world.ts';

/** The cells next to one: x and y in turn. */
export const AROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** To a free cell next to its own. */
export function beginHop(world: World, creature: Creature, x: number, y: number): void {
  face(creature, x, y);
  take(world.grid, x, y);
  takeOff(world.order, creature, x, y);
  creature.hopStart = world.tick;
}

export function isOver(world: World, { hopStart }: Creature): boolean {
  return world.tick - hopStart >= HOP_TICKS;
}

export function endHop(world: World, creature: Creature): void {
  release(world.grid, creature.fromX, creature.fromY);
  land(world.order, creature);
}

/** For who takes off for good: its cell, and the one it was hopping from. */
export function releasePlace(grid: Grid, { x, y, fromX, fromY }: Creature): void {
  release(grid, x, y);
  release(grid, fromX, fromY);
}
