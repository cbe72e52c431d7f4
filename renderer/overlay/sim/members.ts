/** Members come, change and go: a place is found for each, and nobody else moves for it. */
import type { User, UserId } from '../../../shared/protocol.ts';
import { createRandom, type Random, seedFrom } from '../../../shared/random.ts';
import { blinkPause, type Creature, LONG_AGO } from './creature.ts';
import { enter } from './depth-order.ts';
import type { MemberEvent, WorldEvent } from './events.ts';
import { spread, stopFollowing } from './gathering.ts';
import { growGrid, isFree, take } from './grid.ts';
import { releasePlace } from './hop.ts';
import { hushMember } from './speech.ts';
import { halfSideFor } from './terrain.ts';
import { restTicks } from './wander.ts';
import type { World } from './world.ts';

const TRIES = 64;

/** `isSeen`: whether the coming and going is shown, or somebody is just there, or gone. */
export function takeMemberEvent(world: World, event: MemberEvent, isSeen: boolean): void {
  world.revision += 1;
  if (event.type === 'member-left') forget(world, event.uid, isSeen);
  else if (!change(world, event.user, isSeen)) place(world, event.user, isSeen);
}

/** Makes room for all at once, so that the first do not crowd in the middle. */
export function growForAll(world: World, events: readonly WorldEvent[]): void {
  let more = 0;
  for (const event of events) {
    if (event.type === 'member-arrived' && isShown(world, event.user)) more += 1;
    else if (event.type === 'member-left' && world.creatures.has(event.uid)) more -= 1;
  }
  growFor(world, more);
}

function growFor(world: World, more: number): void {
  const members = Math.min(world.max, world.creatures.size + more);
  growTo(world, halfSideFor(members));
}

function growTo(world: World, half: number): void {
  if (half <= world.half) return;
  world.half = half;
  world.grid = growGrid(world.grid, world.terrain, half);
  for (const channel of world.channels.values()) spread(world, channel);
}

/** False for somebody who is not known yet. */
function change(world: World, user: User, isSeen: boolean): boolean {
  const creature = world.creatures.get(user.uid);
  if (creature) {
    if (isShown(world, user)) changeCreature(world, creature, user, isSeen);
    else hide(world, creature, user, isSeen);
    return true;
  }
  const isElsewhere = world.waiting.delete(user.uid) || world.hidden.delete(user.uid);
  if (isElsewhere) place(world, user, isSeen);
  return isElsewhere;
}

function changeCreature(world: World, creature: Creature, user: User, isSeen: boolean): void {
  if (creature.user.status !== user.status) {
    creature.before = creature.user.status;
    creature.changedAt = isSeen ? world.tick : LONG_AGO;
    stopFollowing(creature);
  }
  creature.user = user;
}

function hide(world: World, creature: Creature, user: User, isSeen: boolean): void {
  changeCreature(world, creature, user, false);
  depart(world, creature, isSeen);
  world.hidden.set(user.uid, user);
}

function isShown({ hideOffline }: World, { status }: User): boolean {
  return !hideOffline || status !== 'offline';
}

/** On the island, or where those are who are not shown, or not yet. */
function place(world: World, user: User, isSeen: boolean): void {
  if (!isShown(world, user)) world.hidden.set(user.uid, user);
  else if (world.creatures.size >= world.max) world.waiting.set(user.uid, user);
  else arrive(world, user, isSeen);
}

function arrive(world: World, user: User, isSeen: boolean): void {
  growFor(world, 1);
  const character = seedFrom(user.uid);
  // Its own chance, so that a member is found at the same place in every OBS source.
  const random = createRandom(world.seed ^ character);
  const [x, y] = findPlace(world, random);
  take(world.grid, x, y);
  const creature: Creature = {
    user,
    character,
    x,
    y,
    fromX: x,
    fromY: y,
    hopStart: -1,
    nextHop: world.tick + restTicks(world.random),
    facing: random() < 0.5 ? 'left' : 'right',
    bubble: null,
    before: user.status,
    changedAt: LONG_AGO,
    passage: isSeen ? 'arriving' : 'none',
    passageStart: world.tick,
    blinkStart: LONG_AGO,
    nextBlink: world.tick + blinkPause(world.random),
    follows: null,
    isListening: false,
    detours: 0,
  };
  world.creatures.set(user.uid, creature);
  enter(world.order, creature);
}

function forget(world: World, uid: UserId, isSeen: boolean): void {
  if (world.waiting.delete(uid) || world.hidden.delete(uid)) return;
  const creature = world.creatures.get(uid);
  if (creature) depart(world, creature, isSeen);
}

/** Is seen off; and there is room for whoever waits for it. */
function depart(world: World, creature: Creature, isSeen: boolean): void {
  const { uid } = creature.user;
  hushMember(world, uid);
  world.creatures.delete(uid);
  creature.passage = 'leaving';
  creature.passageStart = isSeen ? world.tick : LONG_AGO;
  world.leaving.add(creature);
  if (!isSeen) releasePlace(world.grid, creature);
  const [next] = world.waiting.values();
  if (!next) return;
  world.waiting.delete(next.uid);
  arrive(world, next, isSeen);
}

function findPlace(world: World, random: Random): readonly [number, number] {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const x = coordinate(world.half, random);
    const y = coordinate(world.half, random);
    if (isFree(world.grid, x, y)) return [x, y];
  }
  const free = firstFree(world);
  if (free) return free;
  growTo(world, world.half + 1);
  return findPlace(world, random);
}

function coordinate(half: number, random: Random): number {
  return Math.floor(random() * (2 * half + 1)) - half;
}

function firstFree({ grid, half }: World): readonly [number, number] | null {
  for (let x = -half; x <= half; x += 1) {
    for (let y = -half; y <= half; y += 1) if (isFree(grid, x, y)) return [x, y];
  }
  return null;
}
