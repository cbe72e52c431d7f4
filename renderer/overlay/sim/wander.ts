/** Those who are online hop about: a few tiles in a row, then a rest. */
import type { Random } from '../../../shared/random.ts';
import { type Cell, type Creature, HOP_TICKS, isRestless } from './creature.ts';
import { cellKey, isFree, type World } from './world.ts';

const DIRECTIONS: readonly Cell[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

/** How likely another hop follows at once, and the pause before it. */
const STROLL = 0.55;
const PAUSE_TICKS = 8;
const REST_TICKS = { min: 60, max: 420 };

/** Between one and seven seconds. */
export function restTicks(random: Random): number {
  return Math.round(REST_TICKS.min + random() * (REST_TICKS.max - REST_TICKS.min));
}

/** Moves everybody on by a tick and answers with the next one at which somebody will move. */
export function wander(world: World): number {
  let next = Number.POSITIVE_INFINITY;
  for (const creature of world.creatures.values()) {
    if (creature.hopFrom) hop(world, creature, creature.hopFrom);
    else if (isRestless(creature) && creature.nextHop <= world.tick) takeOff(world, creature);
    if (creature.hopFrom) next = world.tick + 1;
    else if (isRestless(creature)) next = Math.min(next, creature.nextHop);
  }
  return next;
}

function hop(world: World, creature: Creature, from: Cell): void {
  world.revision += 1;
  if (world.tick - creature.hopStart < HOP_TICKS) return;
  world.occupied.delete(cellKey(from));
  creature.hopFrom = null;
  const goesOn = world.random() < STROLL;
  creature.nextHop = world.tick + (goesOn ? PAUSE_TICKS : restTicks(world.random));
}

function takeOff(world: World, creature: Creature): void {
  const { x, y } = creature.cell;
  const target = freeNeighbour(world, creature.cell);
  if (!target) {
    creature.nextHop = world.tick + restTicks(world.random);
    return;
  }
  world.occupied.set(cellKey(target), creature.user.uid);
  creature.hopFrom = creature.cell;
  creature.cell = target;
  creature.hopStart = world.tick;
  creature.facing = target.x - target.y > x - y ? 'right' : 'left';
  world.revision += 1;
}

/** The first free one, looking around from a direction at random. */
function freeNeighbour(world: World, { x, y }: Cell): Cell | null {
  const first = Math.floor(world.random() * DIRECTIONS.length);
  for (let turn = 0; turn < DIRECTIONS.length; turn += 1) {
    const way = DIRECTIONS[(first + turn) % DIRECTIONS.length];
    const cell = way && { x: x + way.x, y: y + way.y };
    if (cell && isFree(world, cell)) return cell;
  }
  return null;
}
