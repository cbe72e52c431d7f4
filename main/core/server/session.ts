/** One overlay: its WebSocket, the guild it is joined to, and what it may ask for. */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { DEFAULT_SERVER, ERROR_TEXT, type ErrorText } from '../../../shared/protocol.ts';
import type { ClientInfo, ClientLabel, Fact, LeaveReason, Way } from '../../../shared/state.ts';
import type { Access, Admission } from '../auth/access.ts';
import type { Clock } from '../ports.ts';
import type { Guild, Roster } from '../roster.ts';
import { type ConnectRequest, readClientFrame } from './client-frame.ts';
import { jsonFrame } from './frame.ts';
import type { Gate } from './gate.ts';
import type { Hub, Subscriber } from './hub.ts';
import { LatestReport } from './latest-report.ts';
import { LIMITS } from './limits.ts';
import { RateLimit } from './rate-limit.ts';
import { serverJoinFrame } from './roster-frames.ts';

/** What all sessions share. */
export interface SessionContext {
  readonly roster: Roster;
  readonly hub: Hub;
  readonly clock: Clock;
  readonly access: Access;
  readonly gate: Gate;
  readonly onFact: (fact: Fact) => void;
  /** Something that the client list shows has changed. */
  readonly onChange: () => void;
}

export interface Connection {
  readonly id: number;
  readonly webSocket: WebSocket;
  /** The socket below: several frames leave through it in one write. */
  readonly socket: Socket;
  readonly address: string;
  /** Of the key it was opened with; null when there was none. */
  readonly keyHash: string | null;
  readonly app: ClientInfo['app'];
  readonly appName: string;
}

interface Message {
  readonly data: Buffer;
  readonly isBinary: boolean;
}

export class Session implements Subscriber {
  readonly #connection: Connection;
  readonly #context: SessionContext;
  readonly #since: number;
  readonly #rate: RateLimit;
  readonly #report: LatestReport;
  #unanswered: Message[] = [];
  #guild: Guild | null = null;
  /** The last request that was granted; it outlives lists on which it leads nowhere. */
  #wish: string | null = null;
  /** Counts connects, so that an answer to an older one is recognised. */
  #attempt = 0;
  /** What let it into the guild it is in. */
  #way: Way = 'open';
  /** Bytes of its last roster: that of a big guild alone exceeds the backlog, and is allowed. */
  #joinSize = 0;
  #direct = 0;
  #joinedAt = 0;
  #pingSent = 0;
  #lastSeen: number;
  #roundTrip: number | null = null;
  #leaveReason: LeaveReason = 'closed';
  readonly #hadKey: boolean;

  constructor(connection: Connection, context: SessionContext) {
    this.#connection = connection;
    this.#context = context;
    const now = context.clock.now();
    this.#since = now;
    this.#lastSeen = now;
    this.#rate = new RateLimit(LIMITS.messageBurst, LIMITS.messageRate, now);
    this.#report = new LatestReport(context.clock, context.onChange);
    this.#hadKey = context.access.keyOf(connection.keyHash) !== null;
    const { webSocket } = connection;
    webSocket.on('message', (data, isBinary) => this.#receive({ data: data as Buffer, isBinary }));
    webSocket.on('pong', () => this.#pong());
  }

  get id(): number {
    return this.#connection.id;
  }

  get label(): ClientLabel {
    const { id, address, app, appName } = this.#connection;
    return { id, address, app, appName };
  }

  get leaveReason(): LeaveReason {
    return this.#leaveReason;
  }

  get info(): ClientInfo {
    const { id, address, app, appName, keyHash, webSocket } = this.#connection;
    const guild = this.#guild;
    return {
      id,
      address,
      app,
      appName,
      guild: guild && { guildId: guild.guildId, name: guild.entry.name },
      keyId: this.#context.access.keyOf(keyHash)?.id ?? null,
      since: this.#since,
      messages: this.#direct + this.#broadcasts(),
      roundTrip: this.#roundTrip,
      backlog: webSocket.bufferedAmount,
      report: this.#report.current,
    };
  }

  /** Writes encoded frames past `ws.send`, which would cost a write for each of them. */
  write(frames: Buffer): void {
    const { webSocket, socket } = this.#connection;
    if (webSocket.readyState !== webSocket.OPEN) return;
    const isBelowHighWater = socket.write(frames);
    const limit = LIMITS.backlog + this.#joinSize;
    if (!isBelowHighWater && webSocket.bufferedAmount > limit) this.#drop('too-slow');
  }

  /** Writes a frame meant for this client alone. */
  send(frame: Buffer): void {
    this.#direct += 1;
    this.write(frame);
  }

  /** Pings, or drops the client when nothing came from it for too long. */
  checkAlive(): void {
    const { clock } = this.#context;
    if (clock.now() - this.#lastSeen >= LIMITS.goneAfter) {
      this.#drop('no-answer');
      return;
    }
    this.#pingSent = clock.now();
    this.#connection.webSocket.ping();
  }

  /** Says goodbye (RFC 6455, section 7.4.1) and gives the client a moment to answer. */
  close(code: 1001 | 1008, reason: LeaveReason): void {
    this.#leaveReason = reason;
    const { webSocket } = this.#connection;
    webSocket.close(code);
    this.#context.clock.after(LIMITS.closeGrace, () => webSocket.terminate());
  }

  /** Whether it would not be let in now: its key is good no more, or everybody needs one now. */
  get hasLostKey(): boolean {
    const { access } = this.#context;
    const isLost = access.keyOf(this.#connection.keyHash) === null;
    return isLost && (this.#hadKey || access.asksEverybody);
  }

  /** Must be called once the socket is closed. */
  end(): void {
    this.#unanswered = [];
    this.#attempt += 1;
    this.#report.end();
    this.#leave();
  }

  /** The list of guilds, which the client has been sent just before, may lead it elsewhere. */
  followList(): void {
    if (!this.#mayStay()) this.#grantWish();
  }

  /** The members of a guild have become known: for those who are in it or wait for one. */
  followRoster(guild: Guild): void {
    const isWaiting = this.#guild === null && this.#wish !== null;
    if (this.#guild === guild || isWaiting) this.#grantWish();
  }

  /** Who was moved goes back as soon as its wish can be granted; nobody else is moved. */
  #mayStay(): boolean {
    const guild = this.#guild;
    const { roster } = this.#context;
    if (!guild || roster.guilds.get(guild.guildId) !== guild) return false;
    if (!this.#isAdmitted(guild)) return false;
    const wished = this.#wish === DEFAULT_SERVER ? undefined : roster.resolve(this.#wish ?? '');
    return !wished || wished === guild || wished.entry.passworded;
  }

  /** A login counts for the guild that it was for, a key for as long as it is good. */
  #isAdmitted(guild: Guild): boolean {
    if (this.#context.access.opensAtOnce(guild, this.#connection.keyHash)) return true;
    return guild === this.#guild && (this.#way === 'discord' || this.#way === 'password');
  }

  /** Grants the wish anew; as long as that leads nowhere, the place is in the default guild. */
  #grantWish(): void {
    const wish = this.#wish;
    if (wish === null) return;
    const { roster } = this.#context;
    const wished = roster.resolve(wish);
    const guild = wished ?? roster.defaultGuild();
    if (guild && !this.#isAdmitted(guild)) {
      this.#leave();
      this.#wish = null;
      this.send(errorFrame(ERROR_TEXT.loginRequired));
    } else if (guild?.populated) {
      this.#enter(guild, wished ? wish : guild.entry.id, this.#wayInto(guild));
    } else {
      this.#leave();
    }
  }

  #receive(message: Message): void {
    this.#unanswered.push(message);
    if (!this.#connection.webSocket.isPaused) this.#answerAll();
  }

  /**
   * Nothing is lost and nobody is thrown out: what comes too fast waits, mostly in its own socket.
   * What `ws` had already read when it was paused (thousands of tiny messages) waits here.
   */
  #answerAll(): void {
    const { webSocket } = this.#connection;
    for (let next = this.#unanswered.shift(); next; next = this.#unanswered.shift()) {
      this.#answer(next);
      const wait = this.#rate.take(this.#lastSeen);
      if (wait === 0) continue;
      webSocket.pause();
      this.#context.clock.after(wait, () => this.#answerAll());
      return;
    }
    if (webSocket.isPaused) webSocket.resume();
  }

  #answer({ data, isBinary }: Message): void {
    this.#lastSeen = this.#context.clock.now();
    const frame = readClientFrame(data, isBinary);
    if ('error' in frame) this.send(errorFrame(frame.error));
    else if ('report' in frame) this.#report.take(frame.report);
    else this.#connect(frame.connect);
  }

  #connect({ server, credentials, password }: ConnectRequest): void {
    this.#attempt += 1;
    const attempt = this.#attempt;
    const guild = this.#resolve(server);
    if (!guild) {
      this.send(errorFrame(ERROR_TEXT.unknownServer));
      return;
    }
    const { address, keyHash } = this.#connection;
    const { access } = this.#context;
    const way = access.opensAtOnce(guild, keyHash);
    if (way) {
      this.#wish = server;
      this.#enter(guild, server, way);
      return;
    }
    void access.admit(guild, { address, keyHash, credentials, password }).then((admission) => {
      if (attempt === this.#attempt) this.#afterCheck(guild, server, admission);
    });
  }

  #afterCheck(guild: Guild, request: string, admission: Admission): void {
    if (!admission.ok) {
      const { name } = guild.entry;
      const { reason, error } = admission;
      const client = this.label;
      this.#context.onFact({ kind: 'refused', what: 'login', client, guild: name, reason });
      this.send(errorFrame(error));
    } else if (this.#context.roster.guilds.get(guild.guildId) !== guild) {
      this.send(errorFrame(ERROR_TEXT.unknownServer));
    } else {
      this.#wish = request;
      this.#enter(guild, request, admission.way);
    }
  }

  /**
   * A client that was moved may still ask for what it first asked for: d-zone does. And before
   * there is any guild, whatever is asked for may yet come.
   */
  #resolve(request: string): Guild | null {
    const { roster } = this.#context;
    const known = roster.resolve(request) ?? (request === this.#wish ? this.#guild : null);
    return known ?? roster.placeholder ?? null;
  }

  /** What it is let in by now, where that needs no asking. */
  #wayInto(guild: Guild): Way {
    const { access } = this.#context;
    return access.opensAtOnce(guild, this.#connection.keyHash) ?? this.#way;
  }

  #enter(guild: Guild, request: string, way: Way): void {
    const { hub, onFact, onChange } = this.#context;
    const isElsewhere = guild !== this.#guild;
    this.#leave();
    hub.join(guild.guildId, this);
    this.#guild = guild;
    this.#way = way;
    this.#joinedAt = hub.sentTo(guild.guildId);
    const frame = serverJoinFrame(guild, request);
    this.#joinSize = frame.length;
    this.send(frame);
    if (isElsewhere) {
      const { name } = guild.entry;
      const { keyHash } = this.#connection;
      const key = way === 'key' ? this.#context.access.noteKeyUse(keyHash) : null;
      onFact({ kind: 'client', what: 'joined', client: this.label, guild: name, way, key });
    }
    onChange();
  }

  #leave(): void {
    if (!this.#guild) return;
    this.#direct += this.#broadcasts();
    this.#context.hub.leave(this.#guild.guildId, this);
    this.#guild = null;
  }

  #broadcasts(): number {
    return this.#guild ? this.#context.hub.sentTo(this.#guild.guildId) - this.#joinedAt : 0;
  }

  #pong(): void {
    const now = this.#context.clock.now();
    this.#lastSeen = now;
    this.#roundTrip = now - this.#pingSent;
  }

  #drop(reason: LeaveReason): void {
    this.#leaveReason = reason;
    this.#connection.webSocket.terminate();
  }
}

function errorFrame(message: ErrorText): Buffer {
  return jsonFrame({ type: 'error', data: { message } });
}
