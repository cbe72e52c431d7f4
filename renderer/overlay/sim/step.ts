/** Lets time pass on an island: fixed steps, the same for the same events, whatever the frame rate. */
import type { WorldEvent } from './events.ts';
import { live } from './life.ts';
import { growForAll, takeMemberEvent } from './members.ts';
import { say, talk } from './speech.ts';
import type { World } from './world.ts';

/** Seconds in a tick. */
export const TICK = 1 / 60;
/** Sums of frame times miss a whole tick by a rounding error. */
const ROUNDING = 1e-9;
/** More than so many who come or go at once are just there, or gone. */
const PROCESSION = 40;

/** Takes the events, in order, then moves the world on by `dt` seconds. */
export function step(world: World, events: readonly WorldEvent[], dt: number): void {
  if (events.length > 0) takeEvents(world, events);
  const elapsed = world.remainder + Math.max(0, dt);
  const ticks = Math.floor(elapsed / TICK + ROUNDING);
  world.remainder = Math.max(0, elapsed - ticks * TICK);
  const end = world.tick + ticks;
  while (world.tick < end) {
    // Nothing happens before `wakeAt`: that time passes at once.
    world.tick = Math.min(end, Math.max(world.tick + 1, world.wakeAt));
    if (world.tick >= world.wakeAt) world.wakeAt = Math.min(talk(world), live(world));
  }
}

/** Seconds until the picture can change by itself; Infinity when it will not. */
export function secondsUntilChange(world: World): number {
  return Math.max(0, (world.wakeAt - world.tick) * TICK - world.remainder);
}

function takeEvents(world: World, events: readonly WorldEvent[]): void {
  const arrivals = count(events, 'member-arrived');
  const departures = count(events, 'member-left');
  const isFirst = world.creatures.size === 0;
  const isSeen = !world.isCalm && !isFirst && arrivals <= PROCESSION && departures <= PROCESSION;
  growForAll(world, events);
  for (const event of events) takeEvent(world, event, isSeen);
  if (!isFirst && !world.isCalm && events.some(isNews)) world.beacon.pulsedAt = world.tick;
  world.wakeAt = world.tick + 1;
}

function takeEvent(world: World, event: WorldEvent, isSeen: boolean): void {
  switch (event.type) {
    case 'message-said':
      say(world, event);
      break;
    case 'link-lost':
    case 'link-restored':
      world.beacon.isOnAir = event.type === 'link-restored';
      world.revision += 1;
      break;
    default:
      takeMemberEvent(world, event, isSeen);
  }
}

function isNews({ type }: WorldEvent): boolean {
  return type !== 'link-lost' && type !== 'link-restored';
}

function count(events: readonly WorldEvent[], type: WorldEvent['type']): number {
  return events.reduce((sum, event) => (event.type === type ? sum + 1 : sum), 0);
}
