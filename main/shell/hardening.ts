/** Denies by default what a page could ask of Electron: navigation, windows, permissions, downloads. */
import { app, type Session, type WebContents } from 'electron';
import { WINDOW_ORIGIN } from './window-pages.ts';

/**
 * `isPreview` says whether a URL may be shown in the frame inside the window. The default session
 * is hardened when it comes to be, with the first window: asking for it now would cost 10 MB.
 */
export function hardenAllContents(isPreview: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, isPreview));
  app.on('session-created', hardenSession);
}

function hardenContents(contents: WebContents, isPreview: (url: string) => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !isPreview(event.url)) event.preventDefault();
  });
}

function hardenSession(target: Session): void {
  target.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isPreviewPermission(permission, contents.getURL())),
  );
  target.setPermissionCheckHandler((_contents, permission, origin) =>
    isPreviewPermission(permission, origin),
  );
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
}

/** From Electron 43 on a page needs leave to load from this computer: the window does, for its preview. */
function isPreviewPermission(permission: string, origin: string): boolean {
  const isLocalNetwork = /^(local-network|local-network-access|loopback-network)$/.test(permission);
  return isLocalNetwork && origin.startsWith(WINDOW_ORIGIN);
}
