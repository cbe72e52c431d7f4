/** One socket's stay with one guild of a remote server: asks for it, and makes sure that it got it. */
import { ERROR_TEXT, type GuildId } from '../../../../shared/protocol.ts';
import type { SourceProblem } from '../../../../shared/source-problem.ts';
import type { Cancel, Clock } from '../../ports.ts';
import { joinRequest } from './join-request.ts';
import { RELAY } from './limits.ts';
import { Paced } from './paced.ts';
import type { RemoteFrame, RemoteGuild, RemoteNews, RemoteRoster } from './remote-frame.ts';
import { type RemoteContext, RemoteSocket } from './remote-socket.ts';

/** What a connect to a protected guild carries; see `ConnectFrame`. */
export interface RemoteCredentials {
  readonly discordToken: string;
  readonly discordUser: { readonly id: string; readonly username: string };
}

/** Why a server does not let us into a guild, though all is well otherwise. `gone`: not listed any more. */
export type Bar = 'shared-id' | 'login' | 'refused' | 'gone';

export type VisitEnd =
  | { readonly kind: 'failed'; readonly problem: SourceProblem }
  | { readonly kind: 'barred'; readonly bar: Bar };

export interface VisitListener {
  listed(guilds: readonly RemoteGuild[]): void;
  /** We are in, or get a new roster; `early` is what happened before it came. */
  joined(roster: RemoteRoster, early: readonly RemoteNews[]): void;
  news(news: RemoteNews): void;
  /** Called once, and never after `close`. */
  ended(end: VisitEnd): void;
}

export interface VisitOptions {
  readonly context: RemoteContext;
  readonly guildId: GuildId;
  /** Asked for protected guilds alone; they go to this very server and to no other. */
  readonly credentials: (guildId: GuildId) => Promise<RemoteCredentials | null>;
}

export class Visit {
  readonly #options: VisitOptions;
  readonly #listener: VisitListener;
  readonly #clock: Clock;
  readonly #socket: RemoteSocket;
  #guild: RemoteGuild | null = null;
  #request: string | null = null;
  #isJoined = false;
  #isOver = false;
  #early: RemoteNews[] = [];
  /** A server may send rosters nobody asked for; news wait for the one that is waiting. */
  readonly #rosters: Paced<RemoteRoster>;
  #cancelTimer: Cancel = () => undefined;

  constructor(options: VisitOptions, listener: VisitListener) {
    this.#options = options;
    this.#listener = listener;
    this.#clock = options.context.clock;
    this.#rosters = new Paced(this.#clock, RELAY.takeOverEvery, (roster) => this.#takeOver(roster));
    this.#socket = new RemoteSocket(options.context, {
      heard: (frame) => this.#heard(frame),
      ended: (problem) => this.#end({ kind: 'failed', problem }),
    });
  }

  close(): void {
    this.#isOver = true;
    this.#cancelTimer();
    this.#rosters.cancel();
    this.#socket.close();
  }

  #heard(frame: RemoteFrame): void {
    if (this.#isOver) return;
    switch (frame.type) {
      case 'list':
        this.#listed(frame.guilds);
        return;
      case 'roster':
        this.#admitted(frame.roster);
        return;
      case 'refusal':
        this.#refused(frame.text);
        return;
      default:
        this.#news(frame);
    }
  }

  #listed(guilds: readonly RemoteGuild[]): void {
    const isFirst = this.#guild === null;
    const guild = guilds.find(({ guildId }) => guildId === this.#options.guildId) ?? null;
    this.#guild = guild;
    this.#listener.listed(guilds);
    if (!guild) this.#end({ kind: 'barred', bar: 'gone' });
    else if (isFirst) void this.#ask(guild, joinRequest(guilds, guild));
  }

  async #ask(guild: RemoteGuild, server: string): Promise<void> {
    const { credentials, guildId } = this.#options;
    const login = guild.isProtected ? await credentials(guildId).catch(() => null) : {};
    if (this.#isOver) return;
    if (!login) {
      this.#end({ kind: 'barred', bar: 'login' });
      return;
    }
    this.#request = server;
    this.#socket.send({ type: 'connect', data: { ...login, server } });
    this.#cancelTimer = this.#clock.after(RELAY.patience, () => this.#fail('relay-silent'));
  }

  /** A server may have another guild in mind than we: the name it tells must be that of ours. */
  #admitted(roster: RemoteRoster): void {
    if (roster.request !== this.#request || roster.name !== this.#guild?.name) {
      this.#fail('relay-mixed-up');
    } else {
      this.#cancelTimer();
      if (this.#isJoined) this.#early = [];
      this.#isJoined = true;
      this.#rosters.offer(roster);
    }
  }

  #takeOver(roster: RemoteRoster): void {
    const early = this.#early;
    this.#early = [];
    this.#listener.joined(roster, early);
  }

  #refused(text: string): void {
    const isLogin = text === ERROR_TEXT.loginRequired || text === ERROR_TEXT.loginFailed;
    // Another server of our kind throws out who is in a guild that has become protected.
    if (isLogin) this.#end({ kind: 'barred', bar: 'login' });
    else if (!this.#isJoined && this.#request !== null) {
      const isSnowflake = this.#request === this.#options.guildId;
      this.#end({ kind: 'barred', bar: isSnowflake ? 'shared-id' : 'refused' });
    }
  }

  /** The original subscribes us before it has put the roster together. */
  #news(news: RemoteNews): void {
    if (news.guildId !== this.#options.guildId) this.#fail('relay-mixed-up');
    else if (this.#isJoined && !this.#rosters.isWaiting) this.#listener.news(news);
    else if (this.#early.length < RELAY.early) this.#early.push(news);
  }

  #fail(code: SourceProblem['code']): void {
    this.#end({ kind: 'failed', problem: { code, detail: this.#options.context.url.host } });
  }

  #end(end: VisitEnd): void {
    if (this.#isOver) return;
    this.close();
    this.#listener.ended(end);
  }
}
