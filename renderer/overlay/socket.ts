/** The link to the server: always there again, silent about its troubles, and never fooled. */
import { reconnectDelay } from '../../shared/backoff.ts';
import {
  type ClientReportFrame,
  type ConnectFrame,
  DEFAULT_SERVER,
  ERROR_TEXT,
  type GuildId,
  type ServerEntry,
  type User,
} from '../../shared/protocol.ts';
import type { Random } from '../../shared/random.ts';
import type { Cancel, Clock } from './clock.ts';
import {
  type MessageNews,
  type PresenceNews,
  readServerFrame,
  type ServerNews,
} from './server-frame.ts';
import { guildOf } from './servers.ts';

/** `waiting`: for the next attempt, or for a server that lets it in. */
export type LinkState = 'connecting' | 'live' | 'waiting';

export interface LinkListener {
  stateChanged(state: LinkState): void;
  /** There is a new list of `servers`, or one that was asked for is refused. */
  serversChanged(): void;
  /** Everybody who is there now. The guild is null when the list does not tell it. */
  joined(guildId: GuildId | null, users: readonly User[]): void;
  presenceChanged(presence: PresenceNews): void;
  messageSaid(message: MessageNews): void;
}

/** As much of a WebSocket as the link uses. */
export interface LinkSocket {
  /** 1 while it is open. */
  readonly readyState: number;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  send(data: string): void;
  close(): void;
}

export interface LinkOptions {
  readonly url: string;
  /** The view key, shown as a subprotocol; null when there is none. */
  readonly key: string | null;
  /** The guild asked for; null is the default one. */
  readonly server: string | null;
  readonly WebSocket: new (url: string, protocols: string[]) => LinkSocket;
  readonly clock: Clock;
  readonly random: Random;
  readonly listener: LinkListener;
}

/** Milliseconds. A dead link is noticed after `silence` and `patience` together. */
const TIMES = {
  /** Without a frame until the server is asked whether it is there. */
  silence: 20_000,
  /** For an answer to that, and for the first frame of a new link. */
  patience: 10_000,
  /** Joined for so long, a link counts as stable. */
  stable: 10_000,
  /** Between two attempts, at most. */
  longest: 15_000,
} as const;

const OPEN = 1;

/** No server knows this type, and every one answers it: with the error `Unknown event type`. */
const PROBE = JSON.stringify({ type: 'ping' });

export class Link {
  readonly #options: LinkOptions;
  /** The guild asked for, also on the next socket. */
  #server: string | null;
  /** What this socket has joined; undefined before that, and after it was turned out again. */
  #joined: string | null | undefined;
  #socket: LinkSocket | null = null;
  #state: LinkState | null = null;
  #failures = 0;
  #servers: ReadonlyMap<GuildId, ServerEntry> = new Map();
  /** What was asked for on this socket and not answered yet; undefined when nothing was. */
  #asked: string | null | undefined;
  #guildId: GuildId | null = null;
  #joinedAt = 0;
  #lastHeard = 0;
  #probedAt: number | null = null;
  #cancelTimer: Cancel = () => undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#server = options.server;
  }

  /** As the server listed them last. */
  get servers(): ReadonlyMap<GuildId, ServerEntry> {
    return this.#servers;
  }

  /** Asks for another guild, now or as soon as there is a link. */
  join(guildId: GuildId): void {
    this.#server = guildId;
    if (this.#socket?.readyState === OPEN) this.#ask(guildId);
  }

  start(): void {
    if (this.#state === null) this.#open();
  }

  stop(): void {
    this.#drop();
    this.#state = null;
  }

  /** Sends now or not at all. A server that does not know such frames says so, which is ignored. */
  send(frame: ClientReportFrame): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #open(): void {
    const { WebSocket, url, key, clock } = this.#options;
    this.#become('connecting');
    this.#asked = undefined;
    this.#joined = undefined;
    this.#joinedAt = Number.POSITIVE_INFINITY;
    this.#lastHeard = clock.now();
    // Opening counts as a question: no first frame in time is no answer.
    this.#probedAt = this.#lastHeard;
    try {
      const socket = new WebSocket(url, key === null ? [] : ['dback', `dback-key.${key}`]);
      this.#socket = socket;
      socket.addEventListener('message', ({ data }) => {
        if (this.#socket === socket) this.#receive(data);
      });
      socket.addEventListener('close', () => {
        if (this.#socket === socket) this.#lose();
      });
    } catch {
      this.#lose();
      return;
    }
    this.#listenIn(TIMES.patience);
  }

  /** The socket is gone, or as good as gone. */
  #lose(): void {
    const { clock, random } = this.#options;
    this.#drop();
    const wasStable = clock.now() - this.#joinedAt >= TIMES.stable;
    const delay = reconnectDelay(wasStable ? 0 : this.#failures, TIMES.longest, random);
    this.#failures = wasStable ? 1 : this.#failures + 1;
    this.#cancelTimer = clock.after(delay, () => this.#open());
    this.#become('waiting');
  }

  /** A half-open socket takes minutes to close: it is left to itself, and no longer heard. */
  #drop(): void {
    this.#cancelTimer();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #listenIn(milliseconds: number): void {
    this.#cancelTimer = this.#options.clock.after(milliseconds, () => this.#checkSilence());
  }

  #checkSilence(): void {
    const now = this.#options.clock.now();
    const quietFor = now - this.#lastHeard;
    if (this.#probedAt !== null) {
      const remaining = this.#probedAt + TIMES.patience - now;
      if (remaining > 0) this.#listenIn(remaining);
      else this.#lose();
    } else if (quietFor < TIMES.silence) {
      this.#listenIn(TIMES.silence - quietFor);
    } else {
      this.#probedAt = now;
      this.#socket?.send(PROBE);
      this.#listenIn(TIMES.patience);
    }
  }

  #receive(data: unknown): void {
    this.#lastHeard = this.#options.clock.now();
    if (this.#probedAt !== null) {
      this.#probedAt = null;
      this.#cancelTimer();
      this.#listenIn(TIMES.silence);
    }
    const news = readServerFrame(data);
    if (news) this.#take(news);
  }

  #take(news: ServerNews): void {
    const { listener, clock } = this.#options;
    switch (news.type) {
      case 'server-list':
        this.#servers = news.servers;
        listener.serversChanged();
        // Who has joined, or is about to, is moved by the server itself.
        if (this.#asked === undefined && this.#state !== 'live') this.#ask(this.#server);
        break;
      case 'server-join':
        this.#joined = this.#server;
        this.#asked = undefined;
        this.#guildId = guildOf(this.#servers, news.request);
        if (this.#state !== 'live') this.#joinedAt = clock.now();
        this.#become('live');
        listener.joined(this.#guildId, news.users);
        break;
      case 'presence':
        if (this.#isHere(news.guildId)) listener.presenceChanged(news);
        break;
      case 'message':
        if (this.#isHere(news.guildId)) listener.messageSaid(news);
        break;
      case 'error':
        this.#refused(news.text);
        break;
      case 'other':
        break;
    }
  }

  #ask(server: string | null): void {
    this.#asked = server;
    // Until the answer comes, what was joined before goes on.
    if (this.#joined === undefined) this.#become('connecting');
    const frame: ConnectFrame = { type: 'connect', data: { server } };
    this.#socket?.send(JSON.stringify(frame));
  }

  /** A guild that does not exist gives way to the default one; after that, a new list may help. */
  #refused(text: string): void {
    const isUnknown = text === ERROR_TEXT.unknownServer;
    const needsLogin = text === ERROR_TEXT.loginRequired || text === ERROR_TEXT.loginFailed;
    const asked = this.#asked;
    const isAnswer = asked !== undefined && (isUnknown || needsLogin);
    if (!isAnswer && !needsLogin) return;
    this.#asked = undefined;
    if (isAnswer && this.#joined !== undefined) {
      this.#stay(this.#joined);
      return;
    }
    this.#joined = undefined;
    const wasNamed = typeof asked === 'string' && asked !== DEFAULT_SERVER;
    if (isUnknown && wasNamed) this.#ask(null);
    else this.#become('waiting');
  }

  /** A refused switch changes nothing, at the other end either. */
  #stay(joined: string | null): void {
    this.#server = joined;
    this.#options.listener.serversChanged();
  }

  #isHere(guildId: GuildId): boolean {
    return this.#state === 'live' && (this.#guildId === null || this.#guildId === guildId);
  }

  #become(state: LinkState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.listener.stateChanged(state);
  }
}
