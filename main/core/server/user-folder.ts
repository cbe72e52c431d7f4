/** Serves a folder the user chose, and no byte outside it: `serve-static` follows links out. */
import { realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import serveStatic from 'serve-static';

export type UserFolder = (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => Promise<void>;

/** `path` must have passed the request policy. `next` is called when there is no such file. */
export function createUserFolder(root: string): UserFolder {
  const serve = serveStatic(root, { dotfiles: 'ignore', index: 'index.html' });
  return async (path, request, response, next) => {
    const file = join(root, path);
    const inside = (await isInside(root, file)) && (await isInside(root, join(file, 'index.html')));
    if (inside) serve(request, response, next);
    else next();
  };
}

/**
 * A file that does not exist is nowhere else: `serve-static` gives it its 404. In a folder that
 * does not exist any more there is nothing.
 */
async function isInside(root: string, file: string): Promise<boolean> {
  const [realRoot, realFile] = await Promise.all(
    [root, file].map((path) => realpath(path).catch(() => null)),
  );
  if (!realRoot) return false;
  return !realFile || realFile === realRoot || realFile.startsWith(withSeparator(realRoot));
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
