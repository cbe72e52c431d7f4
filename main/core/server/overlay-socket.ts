/** The WebSocket on `/` and `/ws`: who may open one, and all sessions together. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientInfo } from '../../../shared/state.ts';
import type { Cancel, Clock } from '../ports.ts';
import type { Guild } from '../roster.ts';
import { readUserAgent } from './client-app.ts';
import { LIMITS } from './limits.ts';
import { relayPathHeader } from './relay-path.ts';
import { isOriginAllowed } from './request-policy.ts';
import { serverListFrame } from './roster-frames.ts';
import { Session, type SessionContext } from './session.ts';
import { SUBPROTOCOL } from './shown-key.ts';
import { refuseUpgrade } from './web-server.ts';

const PATHS = ['/', '/ws'];

export interface OverlaySocketOptions extends SessionContext {
  readonly clock: Clock;
  readonly allowedOrigins: () => readonly string[];
  /** Through which programs what is shown comes, this one first. */
  readonly relayPath: () => readonly string[];
}

export class OverlaySocket {
  readonly #options: OverlaySocketOptions;
  readonly #sessions = new Map<number, Session>();
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameSize,
    // The key that a page shows as a second subprotocol is never sent back.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  #nextId = 1;
  #heartbeat: Cancel | null = null;
  #onLastGone: () => void = () => undefined;

  constructor(options: OverlaySocketOptions) {
    this.#options = options;
    this.#server.on('headers', (headers) => headers.push(relayPathHeader(options.relayPath())));
  }

  get clients(): ClientInfo[] {
    return Array.from(this.#sessions.values(), (session) => session.info);
  }

  start(): void {
    this.#heartbeat ??= this.#options.clock.every(LIMITS.pingEvery, () => {
      for (const session of this.#sessions.values()) session.checkAlive();
    });
  }

  /** Closes every session with 1001 and resolves when all are gone. */
  async stop(): Promise<void> {
    this.#heartbeat?.();
    this.#heartbeat = null;
    if (this.#sessions.size === 0) return;
    const allGone = new Promise<void>((resolve) => {
      this.#onLastGone = resolve;
    });
    for (const session of this.#sessions.values()) session.close(1001, 'stopping');
    await allGone;
  }

  /** Takes over an upgrade whose Host and address were found good. */
  upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    path: string,
    authorities: ReadonlySet<string>,
  ): void {
    const { origin } = request.headers;
    if (!PATHS.includes(path)) {
      refuseUpgrade(socket, 404);
    } else if (!isOriginAllowed(origin, authorities, this.#options.allowedOrigins())) {
      this.#options.onFact({
        kind: 'refused',
        what: 'origin',
        origin: String(origin).slice(0, 300),
      });
      refuseUpgrade(socket, 403);
    } else {
      this.#server.handleUpgrade(request, socket, head, (webSocket) =>
        this.#open(webSocket, socket as Socket, request),
      );
    }
  }

  disconnect(id: number): void {
    this.#sessions.get(id)?.close(1008, 'disconnected-here');
  }

  /** Keys have changed: who came with one that is good no more has to go. */
  followKeys(): void {
    for (const session of this.#sessions.values()) {
      if (session.hasLostKey) session.close(1008, 'key-revoked');
    }
  }

  /** The list of guilds has changed: everybody gets it, then what it means for them. */
  publishList(): void {
    this.#options.hub.flush();
    const frame = serverListFrame(this.#options.roster);
    for (const session of this.#sessions.values()) {
      session.send(frame);
      session.followList();
    }
  }

  /** A guild's members are known now: whoever is in it, or waits for it, gets them. */
  publishRoster(guild: Guild): void {
    for (const session of this.#sessions.values()) {
      session.followRoster(guild);
    }
  }

  #open(webSocket: WebSocket, socket: Socket, request: IncomingMessage): void {
    // A protocol error ends this socket and no other; `close` follows and tells of it.
    webSocket.on('error', () => webSocket.terminate());
    const id = this.#nextId++;
    const address = request.socket.remoteAddress ?? '';
    const app = readUserAgent(request.headers['user-agent']);
    const keyHash = this.#options.gate.keyHashOf(request);
    const connection = { id, webSocket, socket, address, keyHash, ...app };
    const session = new Session(connection, this.#options);
    this.#sessions.set(id, session);
    webSocket.on('close', () => this.#closed(session));
    this.#options.onFact({ kind: 'client', what: 'connected', client: session.label });
    this.#options.onChange();
    session.send(serverListFrame(this.#options.roster));
    session.checkAlive();
  }

  #closed(session: Session): void {
    session.end();
    this.#sessions.delete(session.id);
    const { label: client, leaveReason: reason } = session;
    this.#options.onFact({ kind: 'client', what: 'left', client, reason });
    this.#options.onChange();
    if (this.#sessions.size === 0) this.#onLastGone();
  }
}
