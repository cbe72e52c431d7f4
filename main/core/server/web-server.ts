/** The one HTTP server: policy first, then the API, our pages or the user's folder. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import finalhandler from 'finalhandler';
import type { Fact } from '../../../shared/state.ts';
import type { GivenFile } from '../sources/source.ts';
import type { Gate } from './gate.ts';
import { ownAddresses } from './lan.ts';
import { LIMITS } from './limits.ts';
import { type OwnPages, serveOwnPage, withSocketHosts } from './own-pages.ts';
import {
  checkHost,
  checkPath,
  checkTarget,
  isThisMachine,
  ownAuthorities,
} from './request-policy.ts';
import { type HeaderPolicy, securityHeaders } from './security-headers.ts';
import type { UserFolder } from './user-folder.ts';

/** Files that the live source gives in place of ours; null at once when it is not to be asked. */
export type StaticFiles = (path: string) => Promise<GivenFile | null> | null;

export interface WebServerOptions {
  readonly pages: OwnPages;
  /** Served in place of our pages when there is one. */
  readonly userFolder: UserFolder | null;
  readonly staticFile: StaticFiles;
  /** JSON answers by path, for GET and HEAD. */
  readonly api: Readonly<Record<string, () => unknown>>;
  /** Takes over upgrades that passed the policy. */
  readonly onUpgrade: (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    path: string,
  ) => void;
  readonly onRefused: (fact: Fact) => void;
  readonly gate: Gate;
  /** Names of this computer besides its addresses, for the Host header. */
  readonly names: readonly string[];
  /** Whether other computers may come in. */
  readonly isOpenToOthers: boolean;
}

export class WebServer {
  readonly #options: WebServerOptions;
  /** One for each address. */
  readonly #servers: Server[] = [];
  #authorities: ReadonlySet<string> = new Set();
  #headers: Record<string, string> = {};
  #givenHeaders: Record<string, string> = {};
  #socketHosts: readonly string[] = [];
  #pages: OwnPages;

  constructor(options: WebServerOptions) {
    this.#options = options;
    this.#pages = options.pages;
  }

  #createServer(): Server {
    const server = createServer(
      {
        maxHeaderSize: LIMITS.headSize,
        headersTimeout: LIMITS.requestTimeout,
        requestTimeout: LIMITS.requestTimeout,
        connectionsCheckingInterval: LIMITS.timeoutCheck,
        // Our own check answers 400 as well, for HTTP/1.0 too.
        requireHostHeader: false,
      },
      (request, response) => this.#respond(request, response),
    );
    server.maxConnections = LIMITS.connections;
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    return server;
  }

  /** `127.0.0.1:3000` and the other names under which requests are accepted. */
  get authorities(): ReadonlySet<string> {
    return this.#authorities;
  }

  /**
   * Listens on the same port of all hosts, or of none. Answers with the port, or rejects with
   * Node's error (`EADDRINUSE`, `EACCES`, …).
   */
  async listen(port: number, hosts: readonly string[]): Promise<number> {
    const names: string[] = [...this.#options.names];
    let actualPort = port;
    try {
      for (const host of hosts) {
        const server = this.#createServer();
        this.#servers.push(server);
        await listening(server, actualPort, host);
        const address = server.address() as AddressInfo;
        actualPort = address.port;
        names.push(...hostNames(host, address));
      }
    } catch (error) {
      await this.close();
      throw error;
    }
    this.#authorities = ownAuthorities(actualPort, names);
    this.#makeHeaders();
    return actualPort;
  }

  /** From the next load on, the served page may connect to these hosts besides its own. */
  allowSocketHosts(hosts: readonly string[]): void {
    this.#socketHosts = hosts;
    this.#pages = withSocketHosts(this.#options.pages, hosts);
    this.#makeHeaders();
  }

  /** Stops listening at once, ends open requests, and resolves when the last socket is gone. */
  async close(): Promise<void> {
    const servers = this.#servers.splice(0);
    const closed = servers.map(
      (server) => new Promise<void>((resolve) => server.close(() => resolve())),
    );
    for (const server of servers) server.closeAllConnections();
    await Promise.all(closed);
  }

  #makeHeaders(): void {
    const make = (policy: HeaderPolicy): Record<string, string> =>
      securityHeaders(policy, this.#authorities, this.#socketHosts);
    this.#givenHeaders = make('user-folder');
    this.#headers = this.#options.userFolder ? this.#givenHeaders : make('own-pages');
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    for (const name in this.#headers) response.setHeader(name, this.#headers[name] ?? '');
    const verdict = this.#check(request);
    const { gate } = this.#options;
    if (!verdict.ok) {
      fail(request, response, verdict.status);
    } else if (!gate.lets(request)) {
      gate.turnAway(request, response);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      fail(request, response, 405);
    } else if (Object.hasOwn(this.#options.api, verdict.path)) {
      sendJson(request, response, this.#options.api[verdict.path]?.());
    } else {
      this.#sendFile(verdict.path, request, response);
    }
  }

  #sendFile(rawPath: string, request: IncomingMessage, response: ServerResponse): void {
    this.#options.gate.welcome(request, response);
    const verdict = checkPath(rawPath);
    if (!verdict.ok) {
      fail(request, response, verdict.status);
      return;
    }
    const { path } = verdict;
    const asked = this.#options.staticFile(path);
    if (!asked) {
      this.#sendOwnFile(path, request, response);
      return;
    }
    void asked.then((given) => {
      if (given) this.#sendGivenFile(given, request, response);
      else this.#sendOwnFile(path, request, response);
    });
  }

  /** It is somebody else's page: like a user's folder it may need what ours must not do. */
  async #sendGivenFile(
    file: GivenFile,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    for (const name in this.#givenHeaders) response.setHeader(name, this.#givenHeaders[name] ?? '');
    const { sendGivenFile } = await import('./given-file.ts');
    await sendGivenFile(file, request, response, () => fail(request, response, 404));
  }

  #sendOwnFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    const { userFolder } = this.#options;
    if (userFolder) {
      const next = finalhandler(request, response, { env: 'production' });
      userFolder(path, request, response, next).catch(next);
    } else if (!serveOwnPage(this.#pages, path, request, response)) {
      fail(request, response, 404);
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // First of all: a reset during the handshake must not end the process.
    socket.on('error', () => socket.destroy());
    const verdict = this.#check(request);
    if (!verdict.ok) refuseUpgrade(socket, verdict.status);
    else if (!this.#options.gate.lets(request)) refuseUpgrade(socket, 401);
    else this.#options.onUpgrade(request, socket, head, verdict.path);
  }

  #check(request: IncomingMessage): ReturnType<typeof checkTarget> {
    const address = request.socket.remoteAddress;
    if (!this.#options.isOpenToOthers && !isOwnAddress(address)) {
      this.#options.onRefused({ kind: 'refused', what: 'other-machine', address: String(address) });
      return { ok: false, status: 403 };
    }
    const host = checkHost(request.rawHeaders, this.#authorities);
    if (!host.ok) {
      if (host.status === 403) {
        const name = String(request.headers.host).slice(0, 200);
        this.#options.onRefused({ kind: 'refused', what: 'host', host: name });
      }
      return host;
    }
    return checkTarget(request.url ?? '', this.#authorities);
  }
}

/**
 * Ends an upgrade with a plain HTTP answer and no WebSocket frame. Node no longer watches over
 * the socket, so it is destroyed: a client that never hangs up would keep it, and `close`, waiting.
 */
export function refuseUpgrade(socket: Duplex, status: 400 | 401 | 403 | 404): void {
  const reason = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
  }[status];
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** `finalhandler` writes the page: escaped, and in production without stack or path of a file. */
function fail(request: IncomingMessage, response: ServerResponse, status: number): void {
  const error = Object.assign(new Error(), { status });
  finalhandler(request, response, { env: 'production' })(error);
}

function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function hostNames(host: string, { address, family }: AddressInfo): string[] {
  const isEvery = address === '0.0.0.0' || address === '::';
  const addresses = isEvery ? interfaceAddresses() : [address];
  const names = addresses.map((name) => (name.includes(':') ? `[${name}]` : name));
  return isEvery || family === 'IPv6' ? names : [...names, host];
}

function isOwnAddress(address: string | undefined): boolean {
  return isThisMachine(address, []) || isThisMachine(address, interfaceAddresses());
}

function interfaceAddresses(): string[] {
  return ownAddresses().map(({ address }) => address);
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: 1024 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
