/** Serves the window's own files through a scheme of ours, under a strict policy. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { WINDOW_SCHEME } from '../../shared/ipc.ts';

export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://window`;
export const WINDOW_URL = `${WINDOW_ORIGIN}/dashboard/index.html`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The preview is a frame of the overlay's server, whatever its port; nothing else is foreign. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'frame-src http:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must be called before the app is ready. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: WINDOW_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Must be called once the app is ready. */
export function serveWindowPages(pagesDir: string): void {
  protocol.handle(WINDOW_SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = normalize(join(pagesDir, decodeURIComponent(url.pathname)));
    const type = CONTENT_TYPES[extname(file)];
    if (url.host !== 'window') return notFound();
    if (!type || !file.startsWith(pagesDir + sep)) return notFound();
    const body = await readFile(file).catch(() => null);
    if (!body) return notFound();
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': POLICY,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
