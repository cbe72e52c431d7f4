/** Follows a remote server: its list, and with a follower each, the guilds on it. */
import type { GuildId } from '../../../../shared/protocol.ts';
import type { Random } from '../../../../shared/random.ts';
import type { SourceProblem } from '../../../../shared/source-problem.ts';
import type { SourceCondition } from '../../../../shared/state.ts';
import type { GuildReport, SourceSink } from '../source.ts';
import { Follower } from './follower.ts';
import { GuildMirror } from './guild-mirror.ts';
import { followable } from './join-request.ts';
import { RELAY } from './limits.ts';
import { Paced } from './paced.ts';
import type { RelayLog } from './relay-log.ts';
import type { RemoteGuild } from './remote-frame.ts';
import type { RemoteContext } from './remote-socket.ts';
import { Scout } from './scout.ts';
import type { RemoteCredentials } from './visit.ts';

export interface RelayOptions {
  readonly context: RemoteContext;
  readonly sink: SourceSink;
  readonly log: RelayLog;
  readonly random: Random;
  /** Without it protected guilds are listed and not followed. */
  readonly credentials?: (guildId: GuildId) => Promise<RemoteCredentials | null>;
}

export class Relay {
  readonly #options: RelayOptions;
  readonly #scout: Scout;
  /** Whoever hears a list offers it: the last one counts, and not at any pace. */
  readonly #lists: Paced<readonly RemoteGuild[]>;
  /** In the order of the list, the default guild first. */
  #followers: ReadonlyMap<GuildId, Follower> = new Map();
  /** How the scout fared, while nothing is followed. */
  #outlook: SourceCondition = { condition: 'connecting' };
  #condition = '';
  #guilds = '';
  #isStopped = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    const { context, random } = options;
    this.#lists = new Paced(context.clock, RELAY.takeOverEvery, (guilds) => this.#takeOver(guilds));
    this.#scout = new Scout({
      context,
      random,
      leaving: () => this.#expect({ condition: 'connecting' }),
      returned: (guilds) => this.#scouted(guilds),
      failed: (problem) =>
        this.#expect({ condition: 'waiting', problem, retryAt: this.#scout.nextAt }),
    });
  }

  start(): void {
    this.#scout.start();
  }

  stop(): void {
    this.#isStopped = true;
    this.#scout.stop();
    this.#lists.cancel();
    for (const follower of this.#followers.values()) follower.stop();
    this.#followers = new Map();
  }

  #expect(outlook: SourceCondition): void {
    this.#outlook = outlook;
    this.#report();
  }

  #scouted(guilds: readonly RemoteGuild[]): boolean {
    this.#refreshOldest();
    this.#lists.offer(guilds);
    return this.#followable(guilds).length > 0;
  }

  #refreshOldest(): void {
    const joined = [...this.#followers.values()].filter(({ state }) => state.kind === 'joined');
    joined.sort((a, b) => a.joinedAt - b.joinedAt)[0]?.refresh();
  }

  #takeOver(guilds: readonly RemoteGuild[]): void {
    const { sink, log } = this.#options;
    const reports = guilds.map(reportOf);
    const json = JSON.stringify(reports);
    if (json !== this.#guilds) sink.servers(reports);
    this.#guilds = json;
    this.#follow(this.#followable(guilds).slice(0, RELAY.followed));
    log.listed(guilds, (guildId) => this.#followers.has(guildId));
    this.#report();
  }

  #followable(guilds: readonly RemoteGuild[]): readonly RemoteGuild[] {
    return followable(guilds, this.#options.credentials !== undefined);
  }

  #follow(guilds: readonly RemoteGuild[]): void {
    const before = this.#followers;
    const followers = new Map<GuildId, Follower>();
    let delay = 0;
    for (const guild of guilds) {
      const known = before.get(guild.guildId);
      const follower = known ?? this.#createFollower(guild);
      followers.set(guild.guildId, follower);
      if (known) continue;
      follower.start(delay);
      delay += RELAY.stagger;
    }
    this.#followers = followers;
    for (const [guildId, follower] of before) if (!followers.has(guildId)) follower.stop();
  }

  #createFollower({ guildId, name }: RemoteGuild): Follower {
    const { context, sink, log, random, credentials = noCredentials } = this.#options;
    const { clock } = context;
    const onFlood = (): void => log.flooded(guildId, name);
    const follower: Follower = new Follower({
      visit: { context, guildId, credentials },
      mirror: new GuildMirror({ guildId, sink, clock, onFlood }),
      clock,
      random,
      onList: (guilds) => this.#lists.offer(guilds),
      onChange: () => {
        if (follower.state.kind === 'joined') this.#hurryOthers();
        if (this.#isLive) log.fared(guildId, name, follower.state);
        this.#report();
      },
    });
    return follower;
  }

  /** The server is back. */
  #hurryOthers(): void {
    let delay = 0;
    for (const follower of this.#followers.values()) {
      if (follower.state.kind !== 'waiting') continue;
      delay += RELAY.stagger;
      follower.start(delay);
    }
  }

  /** The first guild that lets us in stands for all: it is the one most overlays show. */
  get #main(): Follower | undefined {
    return [...this.#followers.values()].find(({ state }) => state.kind !== 'barred');
  }

  get #isLive(): boolean {
    return this.#main?.state.kind === 'joined';
  }

  #report(): void {
    if (this.#isStopped) return;
    const condition = this.#read();
    if ('problem' in condition && condition.problem.code === 'relay-loop') {
      this.stop();
      this.#options.sink.status({ condition: 'refused', problem: condition.problem });
      return;
    }
    const json = JSON.stringify(condition);
    if (json !== this.#condition) this.#options.sink.status(condition);
    this.#condition = json;
  }

  #read(): SourceCondition {
    const state = this.#main?.state;
    switch (state?.kind) {
      case 'joined':
        return { condition: 'live' };
      case 'connecting':
        return { condition: 'connecting' };
      case 'waiting':
        return { condition: 'waiting', problem: state.problem, retryAt: state.retryAt };
      default:
        return this.#followers.size > 0 ? this.#locked() : this.#outlook;
    }
  }

  /** All that could be followed do not let us in. */
  #locked(): SourceCondition {
    const problem: SourceProblem = {
      code: 'relay-no-guild',
      detail: this.#options.context.url.host,
    };
    return { condition: 'waiting', problem, retryAt: this.#scout.nextAt };
  }
}

async function noCredentials(): Promise<null> {
  return null;
}

function reportOf({ guildId, id, name, isDefault, isProtected }: RemoteGuild): GuildReport {
  return { guildId, id: id ?? guildId, name, default: isDefault, passworded: isProtected };
}
