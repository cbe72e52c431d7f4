/** Our own built pages: few and small, so read once and served from memory. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { isSocketHost } from '../../../shared/settings/server.ts';

const INDEX = '/overlay/index.html';
/** The empty list in the overlay's page, in two halves. */
const HOSTS_PLACE = /(<meta name="socket-hosts" content=")(")/;

interface Page {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export type OwnPages = ReadonlyMap<string, Page>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Reads the overlay's page and the files it is made of; `/` is its `index.html`. At once, not in
 * turns: Electron gives the first turn back only when it is ready, a tenth of a second later.
 */
export function loadOwnPages(dir: string): OwnPages {
  const pages = new Map<string, Page>();
  for (const folder of ['overlay', 'assets']) {
    for (const name of namesIn(join(dir, folder))) {
      pages.set(`/${folder}/${name}`, readPage(join(dir, folder, name)));
    }
  }
  const index = pages.get(INDEX);
  if (!index)
    throw new Error(`The overlay page is not built in ${dir}. Run "npm run build" first.`);
  return withIndex(pages, index);
}

/**
 * The same pages, and in the overlay's own a list of the hosts it may connect to: a page cannot
 * read the policy in its headers. What is not `host:port` is left out, and can end no attribute.
 */
export function withSocketHosts(pages: OwnPages, hosts: readonly string[]): OwnPages {
  const list = hosts.filter(isSocketHost).join(' ');
  const index = pages.get(INDEX);
  if (!index || list === '') return pages;
  const html = index.body.toString('utf8');
  const filled = html.replace(HOSTS_PLACE, (_, before, after) => before + list + after);
  return withIndex(pages, makePage(Buffer.from(filled), '.html'));
}

function withIndex(pages: OwnPages, index: Page): OwnPages {
  return new Map([...pages, [INDEX, index], ['/', index], ['/index.html', index]]);
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function readPage(file: string): Page {
  return makePage(readFileSync(file), extname(file));
}

function makePage(body: Buffer, extension: string): Page {
  const headers = {
    'Content-Type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
    'Content-Length': String(body.length),
    // Everything but the page itself has a hash of its content in its name.
    'Cache-Control': extension === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
    ETag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  };
  return { body, headers };
}

/** Answers a GET or HEAD when there is such a page, and says whether it did. */
export function serveOwnPage(
  pages: OwnPages,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const page = pages.get(path);
  if (!page) return false;
  if (request.headers['if-none-match'] === page.headers['ETag']) {
    const { ETag, 'Cache-Control': cacheControl } = page.headers;
    response.writeHead(304, { ETag, 'Cache-Control': cacheControl }).end();
    return true;
  }
  response.writeHead(200, page.headers).end(request.method === 'HEAD' ? undefined : page.body);
  return true;
}
