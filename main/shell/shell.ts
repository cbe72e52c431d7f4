/** The shell around the core: tray, window and their commands, all projections of one state. */
import { join } from 'node:path';
import { app, clipboard, dialog, Notification, shell } from 'electron';
import { urlHost } from '../../shared/overlay-url.ts';
import { PREVIEW_AGENT } from '../../shared/state.ts';
import { strings } from '../../shared/strings/index.ts';
import type { Core } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';
import { DashboardWindow } from './dashboard-window.ts';
import { hardenAllContents } from './hardening.ts';
import { handleCommands } from './ipc.ts';
import { keyForGuild } from './key-choice.ts';
import { givePreviewKey } from './preview-key.ts';
import { Tray } from './tray.ts';
import type { TrayAction } from './tray-model.ts';
import { serveWindowPages } from './window-pages.ts';

export interface ShellOptions {
  readonly core: Core;
  readonly clock: Clock;
  readonly pagesDir: string;
  readonly preloadFile: string;
  readonly iconsDir: string;
  readonly hasTray: boolean;
  readonly quit: () => void;
}

export interface Shell {
  showDashboard(): void;
}

/** Must be called once Electron is ready. */
export function createShell(options: ShellOptions): Shell {
  const { core, hasTray, quit } = options;
  const { store, commands } = core;
  store.set('hasTray', hasTray);

  app.userAgentFallback += ` ${PREVIEW_AGENT}`;
  const dashboard = new DashboardWindow({
    core,
    clock: options.clock,
    preloadFile: options.preloadFile,
    iconFile: join(options.iconsDir, 'app.png'),
  });
  // Not emitted when the window goes because the app quits.
  app.on('window-all-closed', () => {
    if (!hasTray || !store.state.settings['window.closeToTray']) quit();
    else if (!store.state.settings['window.closeNoticeShown']) showCloseNotice(core);
  });

  const copyOverlayUrl = async (guildId: string | null, keyId: string | null): Promise<string> => {
    const wanted = keyId ?? keyForGuild(store.state, guildId);
    const key = wanted === null ? null : await commands.revealViewKey(wanted);
    const url = listeningUrl(core, guildId, key);
    // From Electron 44 on this is a promise.
    await clipboard.writeText(url);
    return key === null ? url : url.replace(key, '•••');
  };
  const openOverlay = (): Promise<void> => shell.openExternal(listeningUrl(core, null));

  const onTrayAction = (action: TrayAction): void => {
    switch (action.do) {
      case 'copy-overlay-url':
        void copyOverlayUrl(action.guildId, null);
        break;
      case 'set-mock-mode':
        commands.changeSetting('mock.enabled', action.enabled);
        break;
      case 'open-dashboard':
        dashboard.show();
        break;
      case 'open-overlay':
        void openOverlay();
        break;
      case 'quit':
        quit();
    }
  };

  hardenAllContents((url) => isServerUrl(core, url));
  givePreviewKey(core.ownKey, (url) => isServerUrl(core, url.replace(/^ws:/, 'http:')));
  // In the tray there is no session, and none is made for this.
  app.once('session-created', () => serveWindowPages(options.pagesDir));
  handleCommands(
    {
      ...commands,
      watchState: () => dashboard.watchState(),
      copyOverlayUrl,
      openOverlay,
      openDiscord: (url) => shell.openExternal(url),
      async chooseScript() {
        const { filePaths } = await dialog.showOpenDialog({
          title: strings.chooseScript.title,
          filters: [{ name: strings.chooseScript.kind, extensions: ['js', 'mjs', 'ts'] }],
          properties: ['openFile'],
        });
        const [file] = filePaths;
        if (file !== undefined) commands.changeSetting('script.file', file);
      },
      copyText: async (text) => {
        await clipboard.writeText(text);
      },
    },
    (frame) => dashboard.isOwnFrame(frame),
  );

  if (hasTray) {
    const { iconsDir } = options;
    const tray = new Tray({ iconsDir, onAction: onTrayAction }, store.state);
    store.subscribe(() => tray.render(store.state));
  }
  app.on('activate', () => dashboard.show());
  return { showDashboard: () => dashboard.show() };
}

function listeningUrl(core: Core, guildId: string | null, key: string | null = null): string {
  const url = core.overlayUrl(guildId, key);
  if (url === null) throw new Error(strings.errors.serverNotRunning);
  return url;
}

function isServerUrl(core: Core, url: string): boolean {
  const { server } = core.store.state;
  if (server.phase !== 'listening') return false;
  return URL.parse(url)?.origin === `http://${urlHost(server.host)}:${server.port}`;
}

function showCloseNotice(core: Core): void {
  core.commands.changeSetting('window.closeNoticeShown', true);
  const { title, body } = strings.closeNotice;
  if (Notification.isSupported()) new Notification({ title, body }).show();
}
