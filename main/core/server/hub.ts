/** Fans broadcasts out: framed once, and one write a socket for all of one turn of the loop. */
import type { GuildId } from '../../../shared/protocol.ts';
import { textFrame } from './frame.ts';

/** A reader of one guild at a time. */
export interface Subscriber {
  /** Takes encoded frames as they are. Must not throw. */
  write(frames: Buffer): void;
}

class Channel {
  readonly subscribers = new Set<Subscriber>();
  pending: Buffer[] = [];
  /** Frames ever sent here, so that no one has to count per subscriber. */
  sent = 0;
}

export class Hub {
  readonly #channels = new Map<GuildId, Channel>();
  #flushScheduled = false;

  /** Sends a serialised frame to everyone in the guild at the end of this turn. */
  broadcast(guildId: GuildId, json: string): void {
    const channel = this.#channels.get(guildId);
    if (!channel) return;
    channel.pending.push(textFrame(json));
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    setImmediate(() => this.#flushAll());
  }

  /** From now on: what was broadcast before is part of the roster the subscriber gets. */
  join(guildId: GuildId, subscriber: Subscriber): void {
    let channel = this.#channels.get(guildId);
    if (!channel) {
      channel = new Channel();
      this.#channels.set(guildId, channel);
    }
    flush(channel);
    channel.subscribers.add(subscriber);
  }

  leave(guildId: GuildId, subscriber: Subscriber): void {
    const channel = this.#channels.get(guildId);
    if (!channel) return;
    flush(channel);
    channel.subscribers.delete(subscriber);
    if (channel.subscribers.size === 0) this.#channels.delete(guildId);
  }

  /** Frames sent to the guild since its first subscriber came. */
  sentTo(guildId: GuildId): number {
    return this.#channels.get(guildId)?.sent ?? 0;
  }

  /** Sends at once what is waiting, so that what follows comes after it. */
  flush(): void {
    for (const channel of this.#channels.values()) flush(channel);
  }

  #flushAll(): void {
    this.#flushScheduled = false;
    this.flush();
  }
}

function flush(channel: Channel): void {
  const { pending } = channel;
  const [first] = pending;
  if (first === undefined) return;
  channel.pending = [];
  channel.sent += pending.length;
  const frames = pending.length === 1 ? first : Buffer.concat(pending);
  for (const subscriber of channel.subscribers) subscriber.write(frames);
}
