/** A socket to a remote server: verified, bounded, watched; it hands on what it understands. */
import { type RawData, WebSocket } from 'ws';
import type { SourceProblem } from '../../../../shared/source-problem.ts';
import type { Cancel, Clock } from '../../ports.ts';
import type { RateLimit } from '../../server/rate-limit.ts';
import { RELAY_PATH_HEADER, readRelayPath } from '../../server/relay-path.ts';
import { RELAY } from './limits.ts';
import { type RemoteFrame, readRemoteFrame } from './remote-frame.ts';
import { answerProblem, socketProblem } from './socket-problem.ts';

/** What all sockets of a relay share. */
export interface RemoteContext {
  readonly url: URL;
  readonly clock: Clock;
  /** Who we are, for the other side's client list. */
  readonly userAgent: string;
  /** Of this program, as long as it runs. */
  readonly instance: string;
  /** What all sockets together may send. */
  readonly budget: RateLimit;
  /** Through which programs the remote server gets what it sends, itself first. */
  readonly onPath: (path: readonly string[]) => void;
}

export interface RemoteListener {
  /** The first is always a list. */
  heard(frame: RemoteFrame): void;
  /** Called once, and never after `close`. */
  ended(problem: SourceProblem): void;
}

export class RemoteSocket {
  readonly #context: RemoteContext;
  readonly #listener: RemoteListener;
  readonly #webSocket: WebSocket;
  #unread: Buffer[] = [];
  #hasList = false;
  #isOver = false;
  #lastHeard: number;
  #cancelDeadline: Cancel;
  #cancelHeartbeat: Cancel = () => undefined;

  constructor(context: RemoteContext, listener: RemoteListener) {
    this.#context = context;
    this.#listener = listener;
    const { url, clock, userAgent } = context;
    this.#lastHeard = clock.now();
    this.#webSocket = new WebSocket(url, {
      perMessageDeflate: false,
      maxPayload: RELAY.frameSize,
      followRedirects: false,
      // Said aloud: NODE_TLS_REJECT_UNAUTHORIZED would change what is left unsaid.
      rejectUnauthorized: true,
      headers: { 'User-Agent': userAgent },
    });
    this.#cancelDeadline = this.#expect('relay-unreachable');
    this.#listen();
  }

  send(frame: unknown): void {
    if (this.#webSocket.readyState === WebSocket.OPEN) this.#webSocket.send(JSON.stringify(frame));
  }

  /** Says goodbye; nothing is heard from now on. */
  close(): void {
    if (!this.#finish()) return;
    this.#webSocket.close(1000);
    this.#context.clock.after(RELAY.closeGrace, () => this.#webSocket.terminate());
  }

  #listen(): void {
    const { url } = this.#context;
    const webSocket = this.#webSocket;
    // First of all, and for good: a socket that was given up may still report what it died of.
    webSocket.on('error', (error) => this.#end(socketProblem(error, url.host)));
    webSocket.on('unexpected-response', (_request, response) =>
      this.#end(answerProblem(response, url)),
    );
    webSocket.on('upgrade', ({ headers }) => this.#readPath(headers[RELAY_PATH_HEADER]));
    webSocket.on('open', () => this.#opened());
    webSocket.on('message', (data) => this.#receive(data));
    webSocket.on('pong', () => this.#isAlive());
    webSocket.on('ping', () => this.#isAlive());
    webSocket.on('close', (code) =>
      this.#end({ code: 'relay-closed', detail: `${url.host}, ${code}` }),
    );
  }

  #readPath(header: string | string[] | undefined): void {
    const { instance, onPath } = this.#context;
    const path = readRelayPath(header);
    if (path.includes(instance) || path.length > RELAY.hops) {
      this.#end({ code: 'relay-loop', detail: this.#context.url.host });
    } else if (!this.#isOver) {
      onPath(path);
    }
  }

  #opened(): void {
    const { clock } = this.#context;
    this.#cancelDeadline();
    this.#cancelDeadline = this.#expect('relay-silent');
    this.#isAlive();
    this.#cancelHeartbeat = clock.every(RELAY.pingEvery, () => this.#checkAlive());
  }

  #expect(code: SourceProblem['code']): Cancel {
    const { clock, url } = this.#context;
    return clock.after(RELAY.patience, () => this.#end({ code, detail: url.host }));
  }

  #isAlive(): void {
    this.#lastHeard = this.#context.clock.now();
  }

  /** The original sends no pings of its own, and a connection can die without a word. */
  #checkAlive(): void {
    const { clock, url } = this.#context;
    if (this.#webSocket.isPaused) return;
    if (clock.now() - this.#lastHeard >= RELAY.goneAfter) {
      this.#end({ code: 'relay-silent', detail: url.host });
    } else {
      this.#webSocket.ping();
    }
  }

  #receive(data: RawData): void {
    if (this.#isOver) return;
    this.#unread.push(data as Buffer);
    if (!this.#webSocket.isPaused) this.#readAll();
  }

  /** A server that sends too much has to wait. What was already read when it was paused waits here. */
  #readAll(): void {
    const { clock, budget } = this.#context;
    for (let next = this.#unread.shift(); next; next = this.#unread.shift()) {
      this.#isAlive();
      this.#read(next);
      const wait = budget.take(clock.now(), 1 + next.length / RELAY.unitSize);
      if (wait === 0) continue;
      this.#webSocket.pause();
      clock.after(wait, () => this.#readAll());
      return;
    }
    if (this.#webSocket.isPaused) this.#webSocket.resume();
  }

  #read(data: Buffer): void {
    const frame = readRemoteFrame(data.toString());
    if (!this.#hasList) {
      if (frame?.type !== 'list') {
        this.#end({ code: 'relay-not-d-back', detail: this.#context.url.host });
        return;
      }
      this.#hasList = true;
      this.#cancelDeadline();
    }
    if (frame && !this.#isOver) this.#listener.heard(frame);
  }

  #end(problem: SourceProblem): void {
    if (!this.#finish()) return;
    this.#webSocket.terminate();
    this.#listener.ended(problem);
  }

  /** False when it was over already. */
  #finish(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#unread = [];
    this.#cancelDeadline();
    this.#cancelHeartbeat();
    return true;
  }
}
