/** Everybody to be drawn, from back to front: kept in order, never sorted. */
import { type Creature, isHopping } from './creature.ts';

/**
 * Buckets by depth. Who stands is in that of twice its row; who hops, in the one between the rows
 * it leaves and reaches, for it is in front of the one and behind the other all the way.
 */
export interface DepthOrder {
  readonly buckets: Map<number, Creature[]>;
  /** No bucket outside of these has ever held anybody. */
  lowest: number;
  highest: number;
}

const NOBODY: readonly Creature[] = [];

export function createDepthOrder(): DepthOrder {
  return { buckets: new Map(), lowest: 0, highest: 0 };
}

export function depthOf({ x, y, fromX, fromY }: Creature): number {
  return x + y + fromX + fromY;
}

export function bucketAt({ buckets }: DepthOrder, depth: number): readonly Creature[] {
  return buckets.get(depth) ?? NOBODY;
}

export function enter(order: DepthOrder, creature: Creature): void {
  const depth = depthOf(creature);
  const bucket = order.buckets.get(depth);
  if (bucket) bucket.push(creature);
  else order.buckets.set(depth, [creature]);
  order.lowest = Math.min(order.lowest, depth);
  order.highest = Math.max(order.highest, depth);
}

/** Call it before the creature's cells change. */
export function exit(order: DepthOrder, creature: Creature): void {
  const bucket = order.buckets.get(depthOf(creature));
  const index = bucket?.indexOf(creature) ?? -1;
  if (!bucket || index < 0) return;
  const last = bucket.pop();
  if (last && last !== creature) bucket[index] = last;
}

/** Takes off for a neighbouring cell. */
export function takeOff(order: DepthOrder, creature: Creature, x: number, y: number): void {
  exit(order, creature);
  creature.fromX = creature.x;
  creature.fromY = creature.y;
  creature.x = x;
  creature.y = y;
  enter(order, creature);
}

export function land(order: DepthOrder, creature: Creature): void {
  if (!isHopping(creature)) return;
  exit(order, creature);
  creature.fromX = creature.x;
  creature.fromY = creature.y;
  creature.hopStart = -1;
  enter(order, creature);
}
