/** The state of an island and everybody on it: plain data, changed by `step` alone. */
import type { User, UserId } from '../../../shared/protocol.ts';
import { createRandom, type Random } from '../../../shared/random.ts';
import type { Cell, Creature } from './creature.ts';
import type { MessageEvent } from './events.ts';
import { createShore, halfSideFor, isLand, type Shore } from './island.ts';

/** A channel in which somebody speaks, or is about to. */
export interface Channel {
  speaker: UserId | null;
  /** The tick from which the next one may speak. */
  freeAt: number;
  readonly queue: { readonly event: MessageEvent; readonly staleAt: number }[];
}

export interface World {
  readonly seed: number;
  readonly random: Random;
  readonly shore: Shore;
  /** The most creatures at a time; the others wait for a place. */
  readonly max: number;
  /** Half of the island's side in tiles. It never shrinks. */
  half: number;
  /** Whole steps of time since the beginning. */
  tick: number;
  /** Seconds that are not a whole step yet. */
  remainder: number;
  /** The first tick at which anything can happen by itself. */
  wakeAt: number;
  /** Counts what can be seen: the same number, the same picture. */
  revision: number;
  readonly creatures: Map<UserId, Creature>;
  readonly waiting: Map<UserId, User>;
  /** Who stands on a cell, hops off it or is about to land there. */
  readonly occupied: Map<number, UserId>;
  readonly channels: Map<string, Channel>;
}

export function createWorld(seed: number, max = Number.POSITIVE_INFINITY): World {
  return {
    seed,
    random: createRandom(seed),
    shore: createShore(seed),
    max,
    half: halfSideFor(0),
    tick: 0,
    remainder: 0,
    wakeAt: Number.POSITIVE_INFINITY,
    revision: 0,
    creatures: new Map(),
    waiting: new Map(),
    occupied: new Map(),
    channels: new Map(),
  };
}

/** A number for a cell, as far as 32,768 tiles from the middle. */
export function cellKey({ x, y }: Cell): number {
  return (x + 0x8000) * 0x10000 + (y + 0x8000);
}

export function isFree(world: World, cell: Cell): boolean {
  return isLand(world.shore, world.half, cell.x, cell.y) && !world.occupied.has(cellKey(cell));
}
