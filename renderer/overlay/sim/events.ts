/** What can happen to a world, told in the past tense. */
import type { User, UserId } from '../../../shared/protocol.ts';

export type MemberEvent =
  | { readonly type: 'member-arrived'; readonly user: User }
  | { readonly type: 'member-changed'; readonly user: User }
  | { readonly type: 'member-left'; readonly uid: UserId };

export interface MessageEvent {
  readonly type: 'message-said';
  readonly uid: UserId;
  /** One speaks at a time in a channel. */
  readonly channel: string;
  readonly text: string;
}

/** Whether news come in. */
export interface LinkEvent {
  readonly type: 'link-lost' | 'link-restored';
}

export type WorldEvent = MemberEvent | MessageEvent | LinkEvent;
