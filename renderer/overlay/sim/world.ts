/** The state of an island and everybody on it: plain data, changed by `step` alone. */
import type { User, UserId } from '../../../shared/protocol.ts';
import { createRandom, type Random } from '../../../shared/random.ts';
import type { Creature } from './creature.ts';
import { createDepthOrder, type DepthOrder } from './depth-order.ts';
import type { MessageEvent } from './events.ts';
import { createGrid, type Grid } from './grid.ts';
import { createTerrain, halfSideFor, type Terrain } from './terrain.ts';

export interface WorldOptions {
  readonly seed: number;
  /** The most creatures at a time; the others wait for a place. */
  readonly max?: number;
  /** Who is offline is not on the island. */
  readonly hideOffline?: boolean;
  /** Nobody moves who does not have to. */
  readonly isCalm?: boolean;
}

/** A channel in which somebody speaks, is about to, or has lately. */
export interface Channel {
  speaker: UserId | null;
  /** The tick from which the next one may speak. */
  freeAt: number;
  readonly queue: { readonly event: MessageEvent; staleAt: number }[];
  /** Who talked here lately, and until when that counts; the latest last. */
  readonly talkers: Map<UserId, number>;
  /** By cell: hops to the speaker, or `FAR`. Null while nobody speaks to anybody. */
  distances: Uint16Array | null;
}

/** How long a pulse of the beacon lasts, in ticks. */
export const PULSE_TICKS = 40;

export interface Beacon {
  pulsedAt: number;
  /** Whether news come in. */
  isOnAir: boolean;
}

export interface World {
  readonly seed: number;
  readonly random: Random;
  readonly terrain: Terrain;
  readonly max: number;
  readonly hideOffline: boolean;
  readonly isCalm: boolean;
  /** Half of the island's side in tiles. It never shrinks. */
  half: number;
  grid: Grid;
  /** Whole steps of time since the beginning. */
  tick: number;
  /** Seconds that are not a whole step yet. */
  remainder: number;
  /** The first tick at which anything can happen by itself. */
  wakeAt: number;
  /** Counts what can be seen: the same number, the same picture. */
  revision: number;
  /** All who have a place on the island. */
  readonly creatures: Map<UserId, Creature>;
  /** Those who are on their way out: they hold no place, and are still seen. */
  readonly leaving: Set<Creature>;
  readonly order: DepthOrder;
  /** Beyond `max`, in the order in which they came. */
  readonly waiting: Map<UserId, User>;
  readonly hidden: Map<UserId, User>;
  readonly channels: Map<string, Channel>;
  readonly beacon: Beacon;
}

export function createWorld(options: WorldOptions): World {
  const { seed, max = Number.POSITIVE_INFINITY, hideOffline = false, isCalm = false } = options;
  const terrain = createTerrain(seed);
  const half = halfSideFor(0);
  return {
    seed,
    random: createRandom(seed),
    terrain,
    max,
    hideOffline,
    isCalm,
    half,
    grid: createGrid(terrain, half),
    tick: 0,
    remainder: 0,
    wakeAt: Number.POSITIVE_INFINITY,
    revision: 0,
    creatures: new Map(),
    leaving: new Set(),
    order: createDepthOrder(),
    waiting: new Map(),
    hidden: new Map(),
    channels: new Map(),
    beacon: { pulsedAt: -PULSE_TICKS, isOnAir: true },
  };
}
