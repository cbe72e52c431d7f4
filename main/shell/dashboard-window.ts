/** The window: opened when wanted, destroyed when closed, so that the tray alone costs little. */
import { BrowserWindow, nativeTheme, type WebFrameMain } from 'electron';
import { CHANNELS } from '../../shared/ipc.ts';
import { strings } from '../../shared/strings/index.ts';
import type { Core } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';
import { StateFeed } from './state-feed.ts';
import { WINDOW_URL } from './window-pages.ts';

/** A page that crashes is loaded again, but not for ever. */
const RELOADS_PER_MINUTE = 3;

export interface DashboardOptions {
  readonly core: Core;
  readonly clock: Clock;
  readonly preloadFile: string;
  readonly iconFile: string;
}

export class DashboardWindow {
  readonly #options: DashboardOptions;
  #window: BrowserWindow | null = null;
  #feed: StateFeed | null = null;
  #reloads: number[] = [];

  constructor(options: DashboardOptions) {
    this.#options = options;
  }

  /** Opens the window, or brings it to the front. */
  show(): void {
    if (this.#window) {
      if (this.#window.webContents.isCrashed()) this.#window.reload();
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      return;
    }
    this.#window = this.#create();
  }

  /** Starts to send the state to the window, with a snapshot first. */
  watchState(): void {
    this.#feed?.start();
  }

  /** Whether a frame is the window's own page, not the preview inside it. */
  isOwnFrame(frame: WebFrameMain | null): boolean {
    const own = this.#window?.webContents.mainFrame;
    return frame !== null && frame === own && frame.url === WINDOW_URL;
  }

  #create(): BrowserWindow {
    const { core, clock, preloadFile, iconFile } = this.#options;
    const window = new BrowserWindow({
      title: strings.appName,
      icon: iconFile,
      width: 1280,
      height: 800,
      minWidth: 900,
      minHeight: 600,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181d' : '#f5f6f8',
      webPreferences: {
        preload: preloadFile,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    const { webContents } = window;
    const feed = new StateFeed(core, clock, (update) => {
      if (!webContents.isDestroyed()) webContents.send(CHANNELS.stateUpdate, update);
    });
    this.#feed = feed;
    window.once('ready-to-show', () => window.show());
    webContents.on('render-process-gone', () => this.#reload(window));
    window.on('closed', () => {
      feed.stop();
      this.#window = null;
      this.#feed = null;
    });
    void window.loadURL(WINDOW_URL);
    return window;
  }

  #reload(window: BrowserWindow): void {
    const now = this.#options.clock.now();
    this.#feed?.stop();
    this.#reloads = [...this.#reloads.filter((time) => now - time < 60_000), now];
    if (this.#reloads.length > RELOADS_PER_MINUTE) return;
    // Within the event itself a reload ends the whole app.
    this.#options.clock.after(0, () => !window.isDestroyed() && window.reload());
  }
}
