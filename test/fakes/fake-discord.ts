/** Discord's `/oauth2/@me` on loopback, over real HTTP: what it answers is up to the test. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KnownToken {
  readonly application: string;
  readonly user: { readonly id: string; readonly username: string } | null;
  readonly expires?: string;
}

export interface FakeDiscord {
  readonly api: string;
  readonly tokens: Map<string, KnownToken>;
  /** In place of an answer: a status, or silence. */
  trouble: number | 'silence' | null;
  /** Requests so far. */
  readonly asked: number;
  close(): Promise<void>;
}

export async function startFakeDiscord(): Promise<FakeDiscord> {
  const tokens = new Map<string, KnownToken>();
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (discord.trouble === 'silence') return;
    if (discord.trouble !== null) {
      response.writeHead(discord.trouble, { 'Retry-After': '30' }).end('{}');
      return;
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const known = request.url === '/oauth2/@me' ? tokens.get(token) : undefined;
    if (!known) {
      response.writeHead(401).end('{"message": "401: Unauthorized", "code": 0}');
      return;
    }
    const { application, user, expires = '2099-01-01T00:00:00+00:00' } = known;
    const body = {
      application: { id: application, name: 'An app' },
      scopes: user ? ['identify'] : [],
      expires,
      ...(user && { user }),
    };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const discord: FakeDiscord = {
    api: `http://127.0.0.1:${port}`,
    tokens,
    trouble: null,
    get asked() {
      return asked;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return discord;
}
