/** Tells the event log what of a remote server is not shown, and why: each thing once, not each time. */
import type { GuildId } from '../../../../shared/protocol.ts';
import type { Fact } from '../../../../shared/state.ts';
import { describeProblem, strings } from '../../../../shared/strings/index.ts';
import type { Clock } from '../../ports.ts';
import { cleanGuildName } from '../../sanitise.ts';
import { RateLimit } from '../../server/rate-limit.ts';
import type { FollowerState } from './follower.ts';
import { RELAY } from './limits.ts';
import type { RemoteGuild } from './remote-frame.ts';

const words = strings.source.relay;

export class RelayLog {
  readonly #clock: Clock;
  readonly #onFact: (fact: Fact) => void;
  /** What was said last of a guild. */
  readonly #said = new Map<GuildId, string>();
  /** When a guild's flood was told of, in milliseconds since the epoch. */
  readonly #floods = new Map<GuildId, number>();

  /** Whatever a server comes up with, the log has room for other things. */
  readonly #lines: RateLimit;

  constructor(clock: Clock, onFact: (fact: Fact) => void) {
    this.#lines = new RateLimit(RELAY.logBurst, RELAY.logRate, clock.now());
    this.#clock = clock;
    this.#onFact = onFact;
  }

  /** Tells of those that nobody goes to, and forgets those that are not listed any more. */
  listed(guilds: readonly RemoteGuild[], isFollowed: (guildId: GuildId) => boolean): void {
    const ids = new Set(guilds.map(({ guildId }) => guildId));
    for (const said of [this.#said, this.#floods]) {
      for (const guildId of said.keys()) if (!ids.has(guildId)) said.delete(guildId);
    }
    for (const { guildId, name, isProtected } of guilds) {
      if (isFollowed(guildId)) continue;
      this.#say(guildId, isProtected ? words.login(clean(name)) : words.tooMany(clean(name)));
    }
  }

  /** One guild fares differently from the others. */
  fared(guildId: GuildId, name: string, state: FollowerState): void {
    if (state.kind === 'joined') this.#said.delete(guildId);
    else if (state.kind === 'waiting') {
      this.#say(guildId, words.trouble(clean(name), describeProblem(state.problem).title));
    } else if (state.kind === 'barred') {
      const { bar } = state;
      if (bar === 'shared-id') this.#say(guildId, words.sharedId(clean(name)));
      else if (bar === 'login') this.#say(guildId, words.login(clean(name)));
      else if (bar === 'refused') this.#say(guildId, words.refused(clean(name)));
    }
  }

  /** Called for each message that is left out. */
  flooded(guildId: GuildId, name: string): void {
    const now = this.#clock.now();
    const last = this.#floods.get(guildId);
    if (last !== undefined && now - last < RELAY.logEvery) return;
    this.#floods.set(guildId, now);
    this.#tell(words.flood(clean(name), RELAY.messageRate));
  }

  #say(guildId: GuildId, message: string): void {
    if (this.#said.get(guildId) === message) return;
    this.#said.set(guildId, message);
    this.#tell(message);
  }

  #tell(message: string): void {
    if (!this.#lines.tryTake(this.#clock.now())) return;
    this.#onFact({ kind: 'source', what: 'failed', source: 'relay', message });
  }
}

const clean = cleanGuildName;
