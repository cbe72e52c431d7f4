/** Lets the preview see protected servers: its requests carry a key that no page ever gets to read. */
import { app } from 'electron';

/** `isServerUrl` says whether a URL, with `http:` or `ws:`, is one of the overlay server's own. */
export function givePreviewKey(key: string, isServerUrl: (url: string) => boolean): void {
  app.on('session-created', ({ webRequest }) => {
    webRequest.onBeforeSendHeaders(({ url, requestHeaders }, answer) => {
      if (!isServerUrl(url)) answer({});
      else answer({ requestHeaders: { ...requestHeaders, Authorization: `Bearer ${key}` } });
    });
  });
}
