/** A guild of the mock source: its members, and the things that can happen among them. */
import { STATUSES, type Status } from '../../../../shared/protocol.ts';
import { createRandom, pick } from '../../../../shared/random.ts';
import type { SourceSink } from '../source.ts';
import { CHATTER } from './chatter.ts';
import { MAIN_CHANNEL, type MockGuild, type MockMember } from './guilds.ts';

export class Stage {
  readonly guild: MockGuild;
  readonly #sink: SourceSink;
  readonly #random: () => number;
  readonly #present = new Map<string, MockMember>();

  constructor(guild: MockGuild, sink: SourceSink, seed: number) {
    this.guild = guild;
    this.#sink = sink;
    this.#random = createRandom(seed ^ Number(BigInt(guild.guildId) & 0xffffffffn));
    for (const member of guild.members) this.#present.set(member.uid, member);
    sink.users(guild.guildId, guild.members);
  }

  get members(): readonly MockMember[] {
    return [...this.#present.values()];
  }

  /** Somebody gets another status than before. */
  changeStatus(): void {
    const member = pick(this.#random, this.members);
    if (!member) return;
    const others = STATUSES.filter((status) => status !== member.status);
    const status: Status = pick(this.#random, others) ?? 'online';
    this.#present.set(member.uid, { ...member, status });
    this.#sink.presence(this.guild.guildId, { uid: member.uid, status });
  }

  /** Somebody says something, in the main channel or in one of `channels` others. */
  say(channels = 0): void {
    const awake = this.members.filter(({ status }) => status !== 'offline');
    const speaker = pick(this.#random, awake.length > 0 ? awake : this.members);
    const message = pick(this.#random, CHATTER);
    if (!speaker || message === undefined) return;
    const offset = Math.floor(this.#random() * (channels + 1));
    const channel = String(BigInt(MAIN_CHANNEL) + BigInt(offset));
    this.#sink.message(this.guild.guildId, { uid: speaker.uid, message, channel });
  }

  arrive(member: MockMember): void {
    this.#present.set(member.uid, member);
    this.#sink.presence(this.guild.guildId, member);
  }

  leave(uid: string): void {
    if (!this.#present.delete(uid)) return;
    this.#sink.presence(this.guild.guildId, { uid, status: 'offline', delete: true });
  }

  /** True once in so many calls, at random. */
  oneIn(times: number): boolean {
    return this.#random() * times < 1;
  }
}
