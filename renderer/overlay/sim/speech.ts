/** Who speaks: one at a time in a channel, for as long as it takes to read; what is stale is dropped. */
import type { UserId } from '../../../shared/protocol.ts';
import type { Creature } from './creature.ts';
import type { MessageEvent } from './events.ts';
import type { Channel, World } from './world.ts';

/** Messages that may wait in a channel, and channels in which somebody speaks at a time. */
export const QUEUE_LENGTH = 6;
const MOST_CHANNELS = 16;
/** In ticks. */
const STALE_AFTER = 20 * 60;
const BREATH = 12;
const READING = { start: 90, letter: 3.6, wideLetter: 9, min: 150, max: 720 };

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
  channel.queue.push({ event, staleAt: world.tick + STALE_AFTER });
  if (channel.queue.length > QUEUE_LENGTH) channel.queue.shift();
}

/** Ends what was read and begins what waits; answers with the next tick at which that can happen. */
export function talk(world: World): number {
  let next = Number.POSITIVE_INFINITY;
  for (const [name, channel] of world.channels) {
    if (channel.speaker !== null && channel.freeAt <= world.tick) fallSilent(world, channel);
    if (channel.speaker === null && channel.freeAt <= world.tick) speakUp(world, channel);
    const isOver = channel.speaker === null && channel.queue.length === 0;
    if (isOver) world.channels.delete(name);
    else next = Math.min(next, Math.max(channel.freeAt, world.tick + 1));
  }
  return next;
}

/** For somebody who leaves: takes the bubble away and forgets what was still to be said. */
export function hushMember(world: World, uid: UserId): void {
  for (const channel of world.channels.values()) {
    if (channel.speaker === uid) fallSilent(world, channel);
    const others = channel.queue.filter(({ event }) => event.uid !== uid);
    channel.queue.splice(0, channel.queue.length, ...others);
  }
}

function channelNamed(world: World, name: string): Channel | null {
  const known = world.channels.get(name);
  if (known) return known;
  if (world.channels.size >= MOST_CHANNELS) return null;
  const channel: Channel = { speaker: null, freeAt: world.tick, queue: [] };
  world.channels.set(name, channel);
  return channel;
}

function fallSilent(world: World, channel: Channel): void {
  const creature = channel.speaker === null ? undefined : world.creatures.get(channel.speaker);
  if (creature) closeBubble(world, creature);
  channel.speaker = null;
  channel.freeAt = world.tick + BREATH;
}

function closeBubble(world: World, creature: Creature): void {
  creature.bubble = null;
  creature.nextHop = Math.max(creature.nextHop, world.tick + BREATH * 2);
  world.revision += 1;
}

/** The first in the queue who is not speaking elsewhere. */
function speakUp(world: World, channel: Channel): void {
  const { queue } = channel;
  while (queue[0] && queue[0].staleAt <= world.tick) queue.shift();
  const index = queue.findIndex(({ event }) => world.creatures.get(event.uid)?.bubble === null);
  const event = index < 0 ? undefined : queue.splice(index, 1)[0]?.event;
  const creature = event && world.creatures.get(event.uid);
  if (!creature) return;
  const closesAt = world.tick + readingTicks(event.text);
  creature.bubble = { channel: event.channel, text: event.text, opensAt: world.tick, closesAt };
  channel.speaker = event.uid;
  channel.freeAt = closesAt;
  world.revision += 1;
}
