/** Serves a file that the streamer's own script names. A link is followed: its word is taken. */
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import serveStatic from 'serve-static';
import type { GivenFile } from '../sources/source.ts';

/** `onMissing` is called for what is not there, no file (a folder, a pipe) or cannot be read. */
export async function sendGivenFile(
  { contentType, filePath }: GivenFile,
  request: IncomingMessage,
  response: ServerResponse,
  onMissing: () => void,
): Promise<void> {
  const isFile = await stat(filePath).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (!isFile) {
    onMissing();
    return;
  }
  response.setHeader('Content-Type', contentType);
  request.url = `/${encodeURIComponent(basename(filePath))}`;
  const serve = serveStatic(dirname(filePath), { index: false, dotfiles: 'allow' });
  serve(request, response, onMissing);
}
