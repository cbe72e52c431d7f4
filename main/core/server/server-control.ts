/** Starts, stops and restarts the web server as the settings say, and keeps its status true. */
import { stat } from 'node:fs/promises';
import { assertNever } from '../../../shared/assert-never.ts';
import { urlHost } from '../../../shared/overlay-url.ts';
import type { Fact, Notice, ServerStatus } from '../../../shared/state.ts';
import type { Ports } from '../ports.ts';
import type { StateStore } from '../state-store.ts';
import type { Gate } from './gate.ts';
import { listenAddresses } from './lan.ts';
import type { OverlaySocket } from './overlay-socket.ts';
import { loadOwnPages } from './own-pages.ts';
import { isThisMachine } from './request-policy.ts';
import { serverStatusJson } from './status.ts';
import type { UserFolder } from './user-folder.ts';
import { type StaticFiles, WebServer } from './web-server.ts';

/** How many ports after the wanted one are tried for a free one. */
const PORTS_TO_TRY = 50;

export interface ServerControlOptions {
  readonly ports: Ports;
  readonly sockets: OverlaySocket;
  readonly store: StateStore;
  readonly staticFile: StaticFiles;
  readonly onFact: (fact: Fact) => void;
  readonly raise: (notice: Notice) => void;
  readonly gate: Gate;
}

export class ServerControl {
  readonly #options: ServerControlOptions;
  readonly #startedAt: number;
  #server: WebServer | null = null;
  #servesUserFolder = false;
  /** One start or stop at a time. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: ServerControlOptions) {
    this.#options = options;
    this.#startedAt = options.ports.clock.now();
  }

  get servesUserFolder(): boolean {
    return this.#servesUserFolder;
  }

  start(): Promise<void> {
    return this.#enqueue(() => this.#start([this.#settings['server.port']]));
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#stop());
  }

  /** `next-free` takes the first free port after the wanted one, and keeps it for the next time. */
  restart(port: 'same' | 'next-free' = 'same'): Promise<void> {
    return this.#enqueue(async () => {
      await this.#stop();
      const wanted = this.#settings['server.port'];
      if (port === 'same') return this.#start([wanted]);
      const candidates = Array.from({ length: PORTS_TO_TRY }, (_, index) => wanted + 1 + index);
      await this.#start(candidates.filter((candidate) => candidate <= 65_535));
      const status = this.#options.store.state.server;
      if (status.phase !== 'listening') return;
      this.#options.ports.settings.keepPort(status.port);
      this.#options.store.set('settings', this.#settings);
    });
  }

  /** What the settings allow the page to connect to counts from its next load on. */
  followSocketHosts(): void {
    this.#server?.allowSocketHosts(this.#settings['overlay.socketHosts']);
  }

  get #settings(): ReturnType<Ports['settings']['values']> {
    return this.#options.ports.settings.values();
  }

  #enqueue(run: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(run, run);
    return this.#queue;
  }

  async #start(candidates: readonly number[]): Promise<void> {
    if (this.#server) return;
    const hosts = listenAddresses(this.#settings);
    const [host = '127.0.0.1'] = hosts;
    this.#setStatus({ phase: 'starting' });
    let failure: unknown = new Error('No free port was found.');
    for (const port of candidates) {
      try {
        const server = await this.#createServer();
        const actualPort = await server.listen(port, hosts);
        this.#server = server;
        this.followSocketHosts();
        this.#started(hosts, actualPort);
        return;
      } catch (error) {
        failure = error;
        if (failureReason(error) !== 'port-taken') break;
      }
    }
    const port = candidates[0] ?? 0;
    const reason = failureReason(failure);
    const message = failureMessage(reason, host, port, failure);
    this.#setStatus({ phase: 'failed', reason, port, message });
    this.#options.onFact({ kind: 'server', what: 'failed', message });
  }

  async #stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    // Nobody comes in any more while the others leave: overlays reconnect at once.
    const closed = server.close();
    await this.#options.sockets.stop();
    await closed;
    this.#setStatus({ phase: 'stopped' });
    this.#options.onFact({ kind: 'server', what: 'stopped' });
  }

  #started([host = '', ...lan]: readonly string[], port: number): void {
    const { sockets, onFact, raise } = this.#options;
    sockets.start();
    this.#setStatus({ phase: 'listening', host, port, ...(lan.length > 0 && { lan }) });
    onFact({ kind: 'server', what: 'started', url: `http://${urlHost(host)}:${port}` });
    if (host !== 'localhost' && !isThisMachine(host, [])) raise({ code: 'host-open', host });
  }

  async #createServer(): Promise<WebServer> {
    const { ports, sockets, store, onFact, gate } = this.#options;
    const pages = loadOwnPages(ports.pagesDir);
    const userFolder = await this.#openUserFolder();
    this.#servesUserFolder = userFolder !== null;
    const server: WebServer = new WebServer({
      pages,
      userFolder,
      staticFile: this.#options.staticFile,
      api: {
        '/api/version': () => ({ version: ports.version }),
        '/api/status': () => serverStatusJson(store.state, ports, this.#startedAt),
      },
      onUpgrade: (request, socket, head, path) =>
        sockets.upgrade(request, socket, head, path, server.authorities),
      onRefused: onFact,
      gate,
      names: this.#settings['lan.enabled'] ? this.#settings['lan.names'] : [],
      isOpenToOthers: this.#settings['lan.enabled'],
    });
    return server;
  }

  /** A folder that is not there is a warning, not a failure, as in the original. */
  async #openUserFolder(): Promise<UserFolder | null> {
    const dir = this.#settings['server.staticDir'];
    if (dir === null) return null;
    const isFolder = await stat(dir).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      this.#options.raise({ code: 'static-dir-missing', dir });
      return null;
    }
    // Few users have one, and its table of file types would double what every start reads.
    const { createUserFolder } = await import('./user-folder.ts');
    return createUserFolder(dir);
  }

  #setStatus(status: ServerStatus): void {
    this.#options.store.set('server', status);
  }
}

/** An address that is none, is not this computer's, or needs an interface named (`fe80::1`). */
const HOST_ERRORS = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];

type FailureReason = Extract<ServerStatus, { phase: 'failed' }>['reason'];

function failureReason(error: unknown): FailureReason {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'port-taken';
  return HOST_ERRORS.includes(String(code)) ? 'bad-host' : 'other';
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EACCES';
}

function failureMessage(reason: FailureReason, host: string, port: number, error: unknown): string {
  switch (reason) {
    case 'port-taken':
      return `Port ${port} is already in use. Close the other program, or choose another port.`;
    case 'bad-host':
      return `This computer has no address "${host}" to listen on.`;
    case 'other':
      if (isDenied(error)) return `Port ${port} needs special rights. Choose one above 1023.`;
      return error instanceof Error ? error.message : String(error);
    default:
      return assertNever(reason);
  }
}
