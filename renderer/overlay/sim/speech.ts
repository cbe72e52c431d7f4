/** Who speaks: one at a time in a channel, for as long as it takes to read; what is stale is dropped. */
import type { UserId } from '../../../shared/protocol.ts';
import { type Creature, face } from './creature.ts';
import type { MessageEvent } from './events.ts';
import { disperse, gather, stopFollowing } from './gathering.ts';
import type { Channel, World } from './world.ts';

/** Messages that may wait in a channel, and channels that are remembered. */
export const QUEUE_LENGTH = 6;
const MOST_CHANNELS = 16;
/** Those who talked in a channel in the last three minutes. */
const MOST_TALKERS = 24;
const TALKED_LATELY = 3 * 60 * 60;
/** In ticks. */
const STALE_AFTER = 20 * 60;
const BREATH = 12;
const READING = { start: 90, letter: 3.6, wideLetter: 9, min: 150, max: 1200 };
/** While somebody speaks, the picture of it changes this often; without motion, only its pages do. */
const TYPING = 3;
const TURNING_PAGES = 60;
/** Cells within which one turns to a speaker. */
const EARSHOT = 2;

/** Ideographs, kana and hangul say more with a letter, and take longer to read. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;

/** How many ticks it takes to notice a text and read it: about 17 letters a second. */
export function readingTicks(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const { start, letter, wideLetter, min, max } = READING;
  const ticks = start + (text.length - wide) * letter + wide * wideLetter;
  return Math.round(Math.min(max, Math.max(min, ticks)));
}

export function say(world: World, event: MessageEvent): void {
  if (!world.creatures.has(event.uid)) return;
  const channel = channelNamed(world, event.channel);
  if (!channel) return;
  remember(world, channel, event.uid);
  channel.queue.push({ event, staleAt: world.tick + STALE_AFTER });
  if (channel.queue.length > QUEUE_LENGTH) channel.queue.shift();
}

/** Ends what was read and begins what waits; answers with the next tick at which that can happen. */
export function talk(world: World): number {
  const { tick } = world;
  const pace = world.isCalm ? TURNING_PAGES : TYPING;
  let next = Number.POSITIVE_INFINITY;
  for (const [name, channel] of world.channels) {
    if (channel.speaker !== null && channel.freeAt <= tick) fallSilent(world, name, channel);
    if (channel.speaker === null && channel.freeAt <= tick) speakUp(world, name, channel);
    if (channel.speaker !== null) {
      if (tick % pace === 0) world.revision += 1;
      next = Math.min(next, tick + pace - (tick % pace));
    }
    if (channel.speaker !== null || channel.queue.length > 0) {
      next = Math.min(next, Math.max(channel.freeAt, tick + 1));
    }
  }
  return next;
}

/** Lets `ticks` pass for all that is said and to be said, and for nothing else. */
export function passOver(world: World, ticks: number): void {
  for (const channel of world.channels.values()) {
    channel.freeAt -= ticks;
    for (const waiting of channel.queue) waiting.staleAt -= ticks;
    for (const [uid, until] of channel.talkers) channel.talkers.set(uid, until - ticks);
    const creature = channel.speaker === null ? undefined : world.creatures.get(channel.speaker);
    if (!creature?.bubble) continue;
    const { opensAt, closesAt } = creature.bubble;
    const times = { opensAt: opensAt - ticks, closesAt: closesAt - ticks };
    creature.bubble = { ...creature.bubble, ...times };
  }
  world.wakeAt = world.tick + 1;
}

/** For somebody who leaves: takes the bubble away and forgets what was still to be said. */
export function hushMember(world: World, uid: UserId): void {
  for (const [name, channel] of world.channels) {
    if (channel.speaker === uid) fallSilent(world, name, channel);
    const others = channel.queue.filter(({ event }) => event.uid !== uid);
    channel.queue.splice(0, channel.queue.length, ...others);
    channel.talkers.delete(uid);
  }
}

function channelNamed(world: World, name: string): Channel | null {
  const known = world.channels.get(name);
  if (known) {
    // The one that was used last comes last.
    world.channels.delete(name);
    world.channels.set(name, known);
    return known;
  }
  if (world.channels.size >= MOST_CHANNELS && !forgetChannel(world)) return null;
  const channel: Channel = {
    speaker: null,
    freeAt: world.tick,
    queue: [],
    talkers: new Map(),
    distances: null,
  };
  world.channels.set(name, channel);
  return channel;
}

/** Of those that are quiet, the one used longest ago; false when all are in use. */
function forgetChannel({ channels }: World): boolean {
  for (const [name, { speaker, queue }] of channels) {
    if (speaker === null && queue.length === 0) return channels.delete(name);
  }
  return false;
}

function remember(world: World, { talkers }: Channel, uid: UserId): void {
  for (const [talker, until] of talkers) if (until <= world.tick) talkers.delete(talker);
  talkers.delete(uid);
  talkers.set(uid, world.tick + TALKED_LATELY);
  const [first] = talkers.keys();
  if (talkers.size > MOST_TALKERS && first !== undefined) talkers.delete(first);
}

function fallSilent(world: World, name: string, channel: Channel): void {
  const creature = channel.speaker === null ? undefined : world.creatures.get(channel.speaker);
  if (creature) closeBubble(world, creature);
  disperse(world, name, channel);
  channel.speaker = null;
  channel.freeAt = world.tick + BREATH;
}

function closeBubble(world: World, creature: Creature): void {
  creature.bubble = null;
  creature.nextHop = Math.max(creature.nextHop, world.tick + BREATH * 2);
  world.revision += 1;
}

/** The first in the queue who is on the ground and not speaking elsewhere. */
function speakUp(world: World, name: string, channel: Channel): void {
  const { queue } = channel;
  while (queue[0] && queue[0].staleAt <= world.tick) queue.shift();
  const index = queue.findIndex(({ event }) => canSpeak(world.creatures.get(event.uid)));
  const event = index < 0 ? undefined : queue.splice(index, 1)[0]?.event;
  const creature = event && world.creatures.get(event.uid);
  if (!creature) return;
  const closesAt = world.tick + readingTicks(event.text);
  creature.bubble = { channel: event.channel, text: event.text, opensAt: world.tick, closesAt };
  stopFollowing(creature);
  channel.speaker = event.uid;
  channel.freeAt = closesAt;
  world.revision += 1;
  gather(world, name, channel);
  turnHeads(world, creature);
}

function canSpeak(creature: Creature | undefined): boolean {
  return creature?.bubble === null && creature.passage === 'none';
}

/** Who stands by looks at the speaker; who must not be disturbed, or is away, does not. */
function turnHeads({ creatures }: World, speaker: Creature): void {
  for (const creature of creatures.values()) {
    const { status } = creature.user;
    const isBy =
      Math.abs(creature.x - speaker.x) <= EARSHOT && Math.abs(creature.y - speaker.y) <= EARSHOT;
    const isAwake = status === 'online' || status === 'idle';
    if (isBy && isAwake && creature !== speaker) face(creature, speaker.x, speaker.y);
  }
}
