/** What is on: turns news from the link into a world for the loop, and keeps it over a lost link. */
import type { GuildId, User, UserId } from '../../shared/protocol.ts';
import { seedFrom } from '../../shared/random.ts';
import { presenceEvent, reconcile, record } from './roster.ts';
import type { MessageNews, PresenceNews } from './server-frame.ts';
import type { MemberEvent, WorldEvent } from './sim/events.ts';
import { createWorld, type World, type WorldOptions } from './sim/world.ts';

export interface ShowOptions {
  /** In place of the one made of the guild's id. */
  readonly seed: number | null;
  readonly world: Omit<WorldOptions, 'seed'>;
  /** A guild is on for the first time, or in place of another. */
  readonly onWorld: (world: World) => void;
  readonly onEvents: (events: readonly WorldEvent[]) => void;
  /** The guild or the number of its members may have changed. */
  readonly onRoster: (guildId: GuildId | null, members: number) => void;
}

export class Show {
  readonly #options: ShowOptions;
  readonly #users = new Map<UserId, User>();
  /** Undefined before the first guild; null for one whose id is not known. */
  #guildId: GuildId | null | undefined;

  constructor(options: ShowOptions) {
    this.#options = options;
  }

  /** Everybody in the guild, on the island or not. */
  get members(): ReadonlyMap<UserId, User> {
    return this.#users;
  }

  joined(guildId: GuildId | null, users: readonly User[]): void {
    if (guildId !== this.#guildId) {
      const { seed, world, onWorld } = this.#options;
      this.#guildId = guildId;
      this.#users.clear();
      onWorld(createWorld({ ...world, seed: seed ?? seedFrom(guildId ?? '') }));
    }
    this.#apply(reconcile(this.#users, users));
  }

  presenceChanged(presence: PresenceNews): void {
    const event = presenceEvent(this.#users, presence);
    if (event) this.#apply([event]);
  }

  messageSaid({ uid, channel, text }: MessageNews): void {
    this.#options.onEvents([{ type: 'message-said', uid, channel, text }]);
  }

  /** Off air: the island lives on, and its beacon shows that nothing new comes in. */
  linkChanged(isLive: boolean): void {
    this.#options.onEvents([{ type: isLive ? 'link-restored' : 'link-lost' }]);
  }

  #apply(events: readonly MemberEvent[]): void {
    for (const event of events) record(this.#users, event);
    this.#options.onEvents(events);
    this.#options.onRoster(this.#guildId ?? null, this.#users.size);
  }
}
