/** Members come, change and go: a place is found for each, and nobody else moves for it. */
import type { User, UserId } from '../../../shared/protocol.ts';
import { createRandom, type Random, seedFrom } from '../../../shared/random.ts';
import type { Cell } from './creature.ts';
import type { MemberEvent } from './events.ts';
import { halfSideFor } from './island.ts';
import { hushMember } from './speech.ts';
import { restTicks } from './wander.ts';
import { cellKey, isFree, type World } from './world.ts';

const TRIES = 64;

export function takeMemberEvent(world: World, event: MemberEvent): void {
  world.revision += 1;
  if (event.type === 'member-left') leave(world, event.uid);
  else if (!change(world, event.user)) arrive(world, event.user);
}

/** Makes room for all at once, so that the first do not crowd in the middle. */
export function growFor(world: World, arrivals: number): void {
  const members = Math.min(world.max, world.creatures.size + arrivals);
  world.half = Math.max(world.half, halfSideFor(members));
}

function change(world: World, user: User): boolean {
  const creature = world.creatures.get(user.uid);
  if (creature) {
    creature.user = user;
    return true;
  }
  if (!world.waiting.has(user.uid)) return false;
  world.waiting.set(user.uid, user);
  return true;
}

function arrive(world: World, user: User): void {
  if (world.creatures.size >= world.max) {
    world.waiting.set(user.uid, user);
    return;
  }
  growFor(world, 1);
  // Its own chance, so that a member is found at the same place in every OBS source.
  const random = createRandom(world.seed ^ seedFrom(user.uid));
  const cell = findPlace(world, random);
  world.occupied.set(cellKey(cell), user.uid);
  world.creatures.set(user.uid, {
    user,
    cell,
    hopFrom: null,
    hopStart: 0,
    nextHop: world.tick + restTicks(world.random),
    facing: random() < 0.5 ? 'left' : 'right',
    bubble: null,
  });
}

function leave(world: World, uid: UserId): void {
  if (world.waiting.delete(uid)) return;
  const creature = world.creatures.get(uid);
  if (!creature) return;
  hushMember(world, uid);
  world.occupied.delete(cellKey(creature.cell));
  if (creature.hopFrom) world.occupied.delete(cellKey(creature.hopFrom));
  world.creatures.delete(uid);
  const [next] = world.waiting.values();
  if (!next) return;
  world.waiting.delete(next.uid);
  arrive(world, next);
}

function findPlace(world: World, random: Random): Cell {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const cell = { x: coordinate(world.half, random), y: coordinate(world.half, random) };
    if (isFree(world, cell)) return cell;
  }
  return firstFree(world) ?? growAndFind(world, random);
}

function coordinate(half: number, random: Random): number {
  return Math.floor(random() * (2 * half + 1)) - half;
}

function firstFree(world: World): Cell | null {
  for (let x = -world.half; x <= world.half; x += 1) {
    for (let y = -world.half; y <= world.half; y += 1) {
      if (isFree(world, { x, y })) return { x, y };
    }
  }
  return null;
}

function growAndFind(world: World, random: Random): Cell {
  world.half += 1;
  return findPlace(world, random);
}
