/** Those who are online hop about: a few tiles in a row, then a rest, and a look around now and then. */
import type { Random } from '../../../shared/random.ts';
import { between, type Creature } from './creature.ts';
import { isFree } from './grid.ts';
import { AROUND, beginHop } from './hop.ts';
import type { World } from './world.ts';

/** How likely another hop follows at once, and the pause before it. */
const STROLL = 0.6;
const PAUSE_TICKS = 6;
const REST_TICKS = { min: 60, max: 420 };
/** How likely somebody only looks the other way. */
const LOOK = 0.2;

/** Between one and seven seconds. */
export function restTicks(random: Random): number {
  return between(random, REST_TICKS);
}

/** After a hop. */
export function planNextHop({ random, tick }: World, creature: Creature): void {
  creature.nextHop = tick + (random() < STROLL ? PAUSE_TICKS : restTicks(random));
}

export function wander(world: World, creature: Creature): void {
  const { random } = world;
  const isLook = random() < LOOK;
  if (!isLook && hopAtRandom(world, creature)) return;
  creature.facing = creature.facing === 'left' ? 'right' : 'left';
  creature.nextHop = world.tick + restTicks(random);
}

/** To the first free cell, looking around from a direction at random. */
function hopAtRandom(world: World, creature: Creature): boolean {
  const first = Math.floor(world.random() * AROUND.length);
  for (let turn = 0; turn < AROUND.length; turn += 1) {
    const [across, along] = AROUND[(first + turn) % AROUND.length] ?? [0, 0];
    const x = creature.x + across;
    const y = creature.y + along;
    if (!isFree(world.grid, x, y)) continue;
    beginHop(world, creature, x, y);
    return true;
  }
  return false;
}
