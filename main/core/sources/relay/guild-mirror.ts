/** Passes on what is said of one guild: as much of it as viewers can follow, and no more. */
import type { GuildId, UserId } from '../../../../shared/protocol.ts';
import type { Cancel, Clock } from '../../ports.ts';
import { RateLimit } from '../../server/rate-limit.ts';
import type { MessageReport, PresenceReport, SourceSink } from '../source.ts';
import { RELAY } from './limits.ts';
import type { RemoteNews, RemoteRoster } from './remote-frame.ts';

export interface MirrorOptions {
  readonly guildId: GuildId;
  readonly sink: SourceSink;
  readonly clock: Clock;
  /** Messages are being left out. */
  readonly onFlood: () => void;
}

/**
 * In quiet times everything goes through at once. In a flood messages are left out, and changes
 * wait: of each member the last one counts, so what is shown in the end is true.
 */
export class GuildMirror {
  readonly #options: MirrorOptions;
  readonly #messages: RateLimit;
  readonly #changes: RateLimit;
  readonly #members = new Set<UserId>();
  readonly #waiting = new Map<UserId, PresenceReport>();
  #waitingClientId: string | null = null;
  #drain: Cancel | null = null;

  constructor(options: MirrorOptions) {
    this.#options = options;
    const now = options.clock.now();
    this.#messages = new RateLimit(RELAY.messageBurst, RELAY.messageRate, now);
    this.#changes = new RateLimit(RELAY.changeBurst, RELAY.changeRate, now);
  }

  /** The core tells its overlays the differences alone: the same roster again is no news. */
  takeRoster({ users, clientId }: RemoteRoster): void {
    const { sink, guildId } = this.#options;
    this.stop();
    this.#members.clear();
    for (const { uid } of users) this.#members.add(uid);
    sink.users(guildId, users);
    if (clientId !== null) sink.clientId(guildId, clientId);
  }

  take(news: RemoteNews): void {
    switch (news.type) {
      case 'message':
        this.#takeMessage(news.report);
        return;
      case 'presence':
        this.#takeChange(news.report);
        return;
      case 'client-id':
        this.#waitingClientId = news.clientId;
        this.#passChanges();
    }
  }

  /** Forgets what waits. */
  stop(): void {
    this.#drain?.();
    this.#drain = null;
    this.#waiting.clear();
    this.#waitingClientId = null;
  }

  #takeMessage(report: MessageReport): void {
    const { sink, guildId, clock, onFlood } = this.#options;
    if (!this.#members.has(report.uid)) return;
    if (!this.#messages.tryTake(clock.now())) {
      onFlood();
      return;
    }
    // Whoever has just come must be there to say something.
    const change = this.#waiting.get(report.uid);
    if (change) this.#pass(change);
    sink.message(guildId, report);
  }

  #takeChange(report: PresenceReport): void {
    const { uid } = report;
    if (!this.#isOfInterest(report)) return;
    if (report.delete) this.#members.delete(uid);
    else this.#members.add(uid);
    const before = this.#waiting.get(uid);
    const adds = before && !before.delete && !report.delete;
    this.#waiting.set(uid, adds ? { ...before, ...report } : report);
    this.#passChanges();
  }

  /** Not strangers without a name, who would be ghosts, and not more people than there is room for. */
  #isOfInterest({ uid, username, delete: isGone }: PresenceReport): boolean {
    if (this.#members.has(uid)) return true;
    const isRoom = this.#members.size < RELAY.members && this.#waiting.size < RELAY.members;
    return !isGone && username !== undefined && isRoom;
  }

  #passChanges(): void {
    if (this.#drain) return;
    const { clock, sink, guildId } = this.#options;
    for (const change of this.#waiting.values()) {
      if (!this.#changes.tryTake(clock.now())) break;
      this.#pass(change);
    }
    if (this.#waitingClientId !== null && this.#changes.tryTake(clock.now())) {
      sink.clientId(guildId, this.#waitingClientId);
      this.#waitingClientId = null;
    }
    if (this.#waiting.size === 0 && this.#waitingClientId === null) return;
    this.#drain = clock.after(RELAY.drainEvery, () => {
      this.#drain = null;
      this.#passChanges();
    });
  }

  #pass(change: PresenceReport): void {
    this.#waiting.delete(change.uid);
    this.#options.sink.presence(this.#options.guildId, change);
  }
}
