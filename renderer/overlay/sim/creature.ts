/** A member on the island: where it stands, where it hops to, how it feels and what it is saying. */
import type { Status, User } from '../../../shared/protocol.ts';
import type { Random } from '../../../shared/random.ts';

export interface Bubble {
  readonly channel: string;
  readonly text: string;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** All times are ticks of the world. Cells are counted from the middle; x runs down to the right. */
export interface Creature {
  user: User;
  /** A number that is its own, made of its member's id. */
  readonly character: number;
  /** Its cell; while it hops, the one it will land on. */
  x: number;
  y: number;
  /** Where it took off; its own cell when it stands. */
  fromX: number;
  fromY: number;
  /** -1 when it stands. */
  hopStart: number;
  /** When it wants to hop again. */
  nextHop: number;
  /** The side of the screen it looks to. */
  facing: 'left' | 'right';
  bubble: Bubble | null;
  /** The status before the last change, and when that was. */
  before: Status;
  changedAt: number;
  passage: 'none' | 'arriving' | 'leaving';
  passageStart: number;
  blinkStart: number;
  nextBlink: number;
  /** The channel to whose speaker it goes or listens; null when it minds its own business. */
  follows: string | null;
  /** Has come to the speaker. */
  isListening: boolean;
  /** Hops in vain on its way to a speaker. */
  detours: number;
}

export const HOP_TICKS = 28;
/** From one status to the next. */
export const CHANGE_TICKS = 24;
export const ARRIVE_TICKS = 90;
export const LEAVE_TICKS = 110;
/** Until who leaves is above everybody's heads, nobody else may have the place. */
export const RISE_TICKS = 60;
export const BLINK_TICKS = 8;
/** Half of a sleeper's breath. */
export const BREATH_TICKS = 120;

/** Long enough ago not to be seen any more. */
export const LONG_AGO = -1e9;
const BLINK_PAUSE = { min: 180, max: 420 };

/** From 0 at take-off to 1 on landing; 0 for those who stand. */
export function hopProgress({ hopStart }: Creature, tick: number): number {
  return hopStart < 0 ? 0 : Math.min(1, Math.max(0, (tick - hopStart) / HOP_TICKS));
}

export function isHopping({ hopStart }: Creature): boolean {
  return hopStart >= 0;
}

/** Only those who are online walk about, and not while they speak or are still in the air. */
export function isRestless({ user, bubble, passage }: Creature): boolean {
  return user.status === 'online' && bubble === null && passage === 'none';
}

export function blinkPause(random: Random): number {
  return between(random, BLINK_PAUSE);
}

export function between(
  random: Random,
  range: { readonly min: number; readonly max: number },
): number {
  return Math.round(range.min + random() * (range.max - range.min));
}

/** Looks towards a cell. */
export function face(creature: Creature, x: number, y: number): void {
  const across = x - y - (creature.x - creature.y);
  if (across !== 0) creature.facing = across > 0 ? 'right' : 'left';
}
