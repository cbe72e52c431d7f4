/** Follows one guild for as long as it is listed: comes back after a drop, and looks afresh at times. */
import { reconnectDelay } from '../../../../shared/backoff.ts';
import type { Random } from '../../../../shared/random.ts';
import type { SourceProblem } from '../../../../shared/source-problem.ts';
import type { Cancel, Clock } from '../../ports.ts';
import type { GuildMirror } from './guild-mirror.ts';
import { RELAY } from './limits.ts';
import type { RemoteGuild, RemoteNews, RemoteRoster } from './remote-frame.ts';
import { type Bar, Visit, type VisitEnd, type VisitOptions } from './visit.ts';

export interface FollowerOptions {
  readonly visit: VisitOptions;
  readonly mirror: GuildMirror;
  readonly clock: Clock;
  readonly random: Random;
  readonly onList: (guilds: readonly RemoteGuild[]) => void;
  /** Its state is another one. */
  readonly onChange: () => void;
}

export type FollowerState =
  | { readonly kind: 'connecting' | 'joined' }
  | { readonly kind: 'waiting'; readonly problem: SourceProblem; readonly retryAt: number }
  | { readonly kind: 'barred'; readonly bar: Bar };

export class Follower {
  readonly #options: FollowerOptions;
  /** The one that is joined, and the one that is on its way in. */
  #current: Visit | null = null;
  #next: Visit | null = null;
  #state: FollowerState = { kind: 'connecting' };
  #failures = 0;
  #joinedAt = 0;
  #cancelRetry: Cancel = () => undefined;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  get state(): FollowerState {
    return this.#state;
  }

  /** When its roster was last new, in milliseconds since the epoch. */
  get joinedAt(): number {
    return this.#joinedAt;
  }

  /** Goes there after so many milliseconds. */
  start(delay: number): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#options.clock.after(delay, () => this.#visit());
  }

  /** Gets a new roster on a new socket, which then takes the old one's place. */
  refresh(): void {
    if (this.#current && !this.#next) this.#visit();
  }

  stop(): void {
    this.#cancelRetry();
    this.#next?.close();
    this.#current?.close();
    this.#next = null;
    this.#current = null;
    this.#options.mirror.stop();
  }

  #visit(): void {
    const { visit: options, mirror, onList } = this.#options;
    if (!this.#current) this.#become({ kind: 'connecting' });
    const visit: Visit = new Visit(options, {
      listed: onList,
      joined: (roster, early) => this.#joined(visit, roster, early),
      news: (news) => {
        if (visit === this.#current) mirror.take(news);
      },
      ended: (end) => this.#ended(visit, end),
    });
    this.#next = visit;
  }

  #joined(visit: Visit, roster: RemoteRoster, early: readonly RemoteNews[]): void {
    const { mirror, clock } = this.#options;
    const old = this.#current === visit ? null : this.#current;
    if (visit === this.#next) this.#next = null;
    this.#current = visit;
    this.#joinedAt = clock.now();
    old?.close();
    mirror.takeRoster(roster);
    // What was said meanwhile has been heard on the old socket.
    for (const news of early) if (!old || news.type !== 'message') mirror.take(news);
    this.#become({ kind: 'joined' });
  }

  #ended(visit: Visit, end: VisitEnd): void {
    if (visit === this.#next) this.#next = null;
    if (visit === this.#current) this.#current = null;
    // The other one stays, or is on its way.
    if (this.#current || this.#next) return;
    if (end.kind === 'failed') {
      this.#retry(end.problem);
      return;
    }
    this.start(RELAY.refreshEvery);
    // The list that it is missing from is about to be taken over.
    this.#become(end.bar === 'gone' ? { kind: 'connecting' } : end);
  }

  #retry(problem: SourceProblem): void {
    const { clock, random } = this.#options;
    const wasStable = this.#joinedAt > 0 && clock.now() - this.#joinedAt >= RELAY.stable;
    if (wasStable) this.#failures = 0;
    this.#joinedAt = 0;
    const delay = reconnectDelay(this.#failures, RELAY.longestPause, random);
    this.#failures += 1;
    this.start(delay);
    this.#become({ kind: 'waiting', problem, retryAt: clock.now() + delay });
  }

  #become(state: FollowerState): void {
    const isNews = state.kind !== 'joined' || this.#state.kind !== 'joined';
    this.#state = state;
    if (isNews) this.#options.onChange();
  }
}
