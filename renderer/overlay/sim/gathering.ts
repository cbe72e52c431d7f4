/** Those who talk to each other come together: one map of the ways to a speaker, for all who come. */
import type { UserId } from '../../../shared/protocol.ts';
import { between, type Creature, face } from './creature.ts';
import { cellAt, isFree } from './grid.ts';
import { AROUND, beginHop } from './hop.ts';
import type { Channel, World } from './world.ts';

/** Hops from a speaker at which one can listen, and at which one can when there is no getting nearer. */
const NEAR = 2;
const NEARLY = 4;
/** Cells looked at for a way: who is farther off stays where he is. */
const MOST_CELLS = 20_000;
const FAR = 0xffff;
/** In ticks. */
const STEP_PAUSE = 3;
const BLOCKED_PAUSE = 18;
const START = { min: 6, max: 45 };
const LINGER = { min: 60, max: 180 };
/** Hops out of the way before somebody gives up. */
const PATIENCE = 8;

/** Cells still to be looked at: used up within one call. */
const frontier = new Int32Array(MOST_CELLS + AROUND.length);

/** Calls those who talked in a channel lately to whoever speaks there now. */
export function gather(world: World, name: string, channel: Channel): void {
  spread(world, channel);
  if (world.isCalm || !channel.distances) return;
  for (const uid of channel.talkers.keys()) {
    const creature = world.creatures.get(uid);
    if (!creature || !canCome(creature, uid, channel)) continue;
    creature.follows = name;
    creature.isListening = false;
    creature.detours = 0;
    creature.nextHop = world.tick + between(world.random, START);
  }
}

/** Maps the ways to the speaker of a channel. */
export function spread(world: World, channel: Channel): void {
  const speaker = channel.speaker === null ? undefined : world.creatures.get(channel.speaker);
  channel.distances = null;
  if (!speaker || channel.talkers.size < 2) return;
  const { grid } = world;
  const distances = new Uint16Array(grid.land.length).fill(FAR);
  const start = cellAt(grid, speaker.x, speaker.y);
  const ways = [1, -1, grid.side, -grid.side];
  distances[start] = 0;
  frontier[0] = start;
  let end = 1;
  for (let next = 0; next < end && end < MOST_CELLS; next += 1) {
    const cell = frontier[next] as number;
    const distance = (distances[cell] as number) + 1;
    for (const way of ways) {
      const neighbour = cell + way;
      if (grid.land[neighbour] !== 1 || distances[neighbour] !== FAR) continue;
      distances[neighbour] = distance;
      // Who stands somewhere knows the way from there, and is in the way of the others.
      if (grid.taken[neighbour] === 1) continue;
      frontier[end] = neighbour;
      end += 1;
    }
  }
  channel.distances = distances;
}

/** The next hop on the way to a speaker; or it is there, or turns back to its own business. */
export function follow(world: World, creature: Creature): void {
  const channel = world.channels.get(creature.follows ?? '');
  const speaker = world.creatures.get(channel?.speaker ?? '');
  const distances = channel?.distances;
  const here = distances?.[cellAt(world.grid, creature.x, creature.y)] ?? FAR;
  if (!distances || !speaker || here === FAR || creature.detours > PATIENCE) {
    linger(world, creature);
    return;
  }
  if (here <= NEAR) {
    listen(world, creature, speaker);
    return;
  }
  if (hopNearer(world, creature, distances, here)) return;
  if (here <= NEARLY) listen(world, creature, speaker);
  else creature.nextHop = world.tick + BLOCKED_PAUSE;
}

/** The pause between two hops on the way. */
export function planNextStep(world: World, creature: Creature): void {
  creature.nextHop = world.tick + STEP_PAUSE;
}

/** Nobody speaks any more: those who came stay for a moment. */
export function disperse(world: World, name: string, channel: Channel): void {
  channel.distances = null;
  for (const uid of channel.talkers.keys()) {
    const creature = world.creatures.get(uid);
    if (creature?.follows === name) linger(world, creature);
  }
}

export function stopFollowing(creature: Creature): void {
  creature.follows = null;
  creature.isListening = false;
}

function canCome({ user, bubble, passage }: Creature, uid: UserId, { speaker }: Channel): boolean {
  return uid !== speaker && user.status === 'online' && bubble === null && passage === 'none';
}

function linger(world: World, creature: Creature): void {
  stopFollowing(creature);
  creature.nextHop = world.tick + between(world.random, LINGER);
}

/** Until the speech is over, which ends it from outside. */
function listen(world: World, creature: Creature, speaker: Creature): void {
  creature.isListening = true;
  face(creature, speaker.x, speaker.y);
  creature.nextHop = Number.POSITIVE_INFINITY;
  world.revision += 1;
}

/** To the free cell with the shortest way; a step back, out of others' way, counts as a detour. */
function hopNearer(
  world: World,
  creature: Creature,
  distances: Uint16Array,
  here: number,
): boolean {
  const { grid } = world;
  let best = here + 2;
  let goalX = 0;
  let goalY = 0;
  for (const [across, along] of AROUND) {
    const x = creature.x + across;
    const y = creature.y + along;
    if (!isFree(grid, x, y)) continue;
    const distance = distances[cellAt(grid, x, y)] as number;
    if (distance >= best) continue;
    best = distance;
    goalX = x;
    goalY = y;
  }
  if (best > here + 1) return false;
  if (best > here) {
    creature.detours += 1;
    if (here <= NEARLY) return false;
  }
  beginHop(world, creature, goalX, goalY);
  return true;
}
