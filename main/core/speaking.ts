/** Estimates how long d-zone will still show somebody's speech bubble. */
import type { GuildId, UserId } from '../../shared/protocol.ts';
import type { Clock } from './ports.ts';

/** Milliseconds: d-zone types a letter every few ticks, then leaves the text to be read. */
const PER_LETTER = 120;
const AT_LEAST = 3_000;
/** A channel's queue may be long; nobody's goodbye waits for ever. */
const AT_MOST = 30_000;
/** Channels and members that are remembered before the silent ones are dropped. */
const ROOM = 1_000;

export class Speaking {
  readonly #clock: Clock;
  /** When a channel falls silent, and when a member does; by guild and channel or member. */
  readonly #until = new Map<string, number>();

  #roomFor = ROOM;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** One speaks at a time in a channel, so a message waits for those before it. */
  said(guildId: GuildId, uid: UserId, channel: string, text: string): void {
    const now = this.#clock.now();
    if (this.#until.size > this.#roomFor) this.#dropSilent(now);
    const channelKey = `channel ${guildId} ${channel}`;
    const start = Math.max(now, this.#until.get(channelKey) ?? now);
    const end = Math.min(start + AT_LEAST + text.length * PER_LETTER, now + AT_MOST);
    this.#until.set(channelKey, end);
    this.#until.set(memberKey(guildId, uid), end);
  }

  /** Milliseconds until the member has nothing more to say. */
  remaining(guildId: GuildId, uid: UserId): number {
    const until = this.#until.get(memberKey(guildId, uid)) ?? 0;
    return Math.max(0, until - this.#clock.now());
  }

  clear(): void {
    this.#until.clear();
  }

  #dropSilent(now: number): void {
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    // Looked through again only when it has doubled: a message costs the same in any crowd.
    this.#roomFor = Math.max(ROOM, this.#until.size * 2);
  }
}

function memberKey(guildId: GuildId, uid: UserId): string {
  return `member ${guildId} ${uid}`;
}
