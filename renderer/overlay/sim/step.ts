/** Lets time pass on an island: fixed steps, the same for the same events, whatever the frame rate. */
import type { WorldEvent } from './events.ts';
import { growFor, takeMemberEvent } from './members.ts';
import { say, talk } from './speech.ts';
import { wander } from './wander.ts';
import type { World } from './world.ts';

/** Seconds in a tick. */
export const TICK = 1 / 60;
/** Sums of frame times miss a whole tick by a rounding error. */
const ROUNDING = 1e-9;

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
    if (world.tick >= world.wakeAt) world.wakeAt = Math.min(talk(world), wander(world));
  }
}

/** Seconds until the picture can change by itself; Infinity when it will not. */
export function secondsUntilChange(world: World): number {
  return Math.max(0, (world.wakeAt - world.tick) * TICK - world.remainder);
}

function takeEvents(world: World, events: readonly WorldEvent[]): void {
  growFor(world, count(events, 'member-arrived') - count(events, 'member-left'));
  for (const event of events) {
    if (event.type === 'message-said') say(world, event);
    else takeMemberEvent(world, event);
  }
  world.wakeAt = world.tick + 1;
}

function count(events: readonly WorldEvent[], type: WorldEvent['type']): number {
  return events.reduce((sum, event) => (event.type === type ? sum + 1 : sum), 0);
}
