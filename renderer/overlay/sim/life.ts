/** Moves everybody on by a tick: hops, blinks, breaths, those who come and those who go. */
import {
  ARRIVE_TICKS,
  BLINK_TICKS,
  BREATH_TICKS,
  blinkPause,
  CHANGE_TICKS,
  type Creature,
  isHopping,
  isRestless,
  LEAVE_TICKS,
  LONG_AGO,
  RISE_TICKS,
} from './creature.ts';
import { exit } from './depth-order.ts';
import { follow, planNextStep } from './gathering.ts';
import { endHop, isOver, releasePlace } from './hop.ts';
import { passOver } from './speech.ts';
import { planNextHop, wander } from './wander.ts';
import { PULSE_TICKS, type World } from './world.ts';

/** Answers with the next tick at which anything can change. */
export function live(world: World): number {
  const { tick } = world;
  let next = Number.POSITIVE_INFINITY;
  let isAnybodyUp = false;
  for (const creature of world.creatures.values()) {
    const { status } = creature.user;
    if (status === 'online' || status === 'idle') isAnybodyUp = true;
    const due = liveOn(world, creature);
    if (due < next) next = due;
  }
  if (world.leaving.size > 0) next = Math.min(next, seeOff(world));
  const isPulsing = tick - world.beacon.pulsedAt <= PULSE_TICKS;
  if (isPulsing && !world.isCalm) {
    world.revision += 1;
    next = tick + 1;
  }
  if (isAnybodyUp && !world.isCalm) {
    if (tick % BREATH_TICKS === 0) world.revision += 1;
    next = Math.min(next, tick + BREATH_TICKS - (tick % BREATH_TICKS));
  }
  return next;
}

/**
 * After `ticks` that nobody saw and in which the world stood still: whatever is under way between
 * two states has ended, and what was being said has been said.
 */
export function settle(world: World, ticks: number): void {
  for (const creature of world.creatures.values()) {
    creature.passage = 'none';
    creature.changedAt = LONG_AGO;
    creature.blinkStart = LONG_AGO;
  }
  forgetLeavers(world);
  passOver(world, ticks);
  world.beacon.pulsedAt = LONG_AGO;
  world.revision += 1;
}

/** Who leaves is gone at once: while nobody looks, nobody is seen off. */
export function forgetLeavers({ leaving, order, grid, tick }: World): void {
  for (const creature of leaving) {
    if (tick - creature.passageStart < RISE_TICKS) releasePlace(grid, creature);
    exit(order, creature);
  }
  leaving.clear();
}

function liveOn(world: World, creature: Creature): number {
  const { tick } = world;
  if (isHopping(creature)) return hopOn(world, creature);
  let next = Number.POSITIVE_INFINITY;
  if (tick - creature.changedAt <= CHANGE_TICKS) {
    world.revision += 1;
    next = tick + 1;
  }
  if (creature.passage === 'arriving') {
    world.revision += 1;
    if (tick - creature.passageStart < ARRIVE_TICKS) return tick + 1;
    creature.passage = 'none';
  }
  if (world.isCalm || creature.user.status !== 'online') return next;
  next = Math.min(next, blinkOn(world, creature));
  if (!isRestless(creature)) return next;
  if (creature.nextHop <= tick) {
    world.revision += 1;
    if (creature.follows === null) wander(world, creature);
    else follow(world, creature);
  }
  return Math.min(next, isHopping(creature) ? tick + 1 : Math.max(creature.nextHop, tick + 1));
}

function hopOn(world: World, creature: Creature): number {
  world.revision += 1;
  if (isOver(world, creature)) {
    endHop(world, creature);
    if (creature.follows === null) planNextHop(world, creature);
    else planNextStep(world, creature);
  }
  return world.tick + 1;
}

function blinkOn(world: World, creature: Creature): number {
  const { tick } = world;
  if (tick === creature.blinkStart + BLINK_TICKS) world.revision += 1;
  if (creature.nextBlink <= tick) {
    creature.blinkStart = tick;
    creature.nextBlink = tick + blinkPause(world.random);
    world.revision += 1;
  }
  const opens = creature.blinkStart + BLINK_TICKS;
  return opens > tick ? opens : creature.nextBlink;
}

function seeOff(world: World): number {
  world.revision += 1;
  for (const creature of world.leaving) {
    const since = world.tick - creature.passageStart;
    if (since === RISE_TICKS) releasePlace(world.grid, creature);
    if (since < LEAVE_TICKS) continue;
    exit(world.order, creature);
    world.leaving.delete(creature);
  }
  return world.leaving.size > 0 ? world.tick + 1 : Number.POSITIVE_INFINITY;
}
