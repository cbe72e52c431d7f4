/** A member on the island: where it stands, where it hops to, and what it is saying. */
import type { User } from '../../../shared/protocol.ts';

/** In tiles from the middle of the island; x runs down to the right, y down to the left. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

export interface Bubble {
  readonly channel: string;
  readonly text: string;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** All times are ticks of the world. */
export interface Creature {
  user: User;
  /** Where it stands; while it hops, where it will land. */
  cell: Cell;
  /** Where it took off, null when it stands. */
  hopFrom: Cell | null;
  hopStart: number;
  /** When it wants to hop again. */
  nextHop: number;
  /** The side of the screen it looks to. */
  facing: 'left' | 'right';
  bubble: Bubble | null;
}

/** How long a hop takes. */
export const HOP_TICKS = 28;

/** From 0 at take-off to 1 on landing; 0 for those who stand. */
export function hopProgress(creature: Creature, tick: number): number {
  if (!creature.hopFrom) return 0;
  return Math.min(1, Math.max(0, (tick - creature.hopStart) / HOP_TICKS));
}

/** Only those who are online walk about, and not while they speak. */
export function isRestless({ user, bubble }: Creature): boolean {
  return user.status === 'online' && bubble === null;
}
