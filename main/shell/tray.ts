/** The tray icon: one projection of the state, rendered again whenever that changes. */
import { join } from 'node:path';
import {
  Tray as ElectronTray,
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
} from 'electron';
import type { State } from '../../shared/state.ts';
import {
  type TrayAction,
  type TrayIcon,
  type TrayMenuItem,
  type TrayModel,
  trayModel,
} from './tray-model.ts';

export interface TrayOptions {
  readonly iconsDir: string;
  readonly onAction: (action: TrayAction) => void;
}

export class Tray {
  readonly #options: TrayOptions;
  readonly #tray: ElectronTray;
  #shown: TrayModel | null = null;

  constructor(options: TrayOptions, state: State) {
    this.#options = options;
    this.#tray = new ElectronTray(loadIcon(options.iconsDir, trayModel(state).icon));
    this.#tray.on('click', () => options.onAction({ do: 'open-dashboard' }));
    this.render(state);
  }

  render(state: State): void {
    const next = trayModel(state);
    const shown = this.#shown;
    this.#shown = next;
    if (shown?.icon !== next.icon) this.#tray.setImage(loadIcon(this.#options.iconsDir, next.icon));
    if (shown?.tooltip !== next.tooltip) this.#tray.setToolTip(next.tooltip);
    if (JSON.stringify(shown?.menu) !== JSON.stringify(next.menu)) {
      const template = next.menu.map((item) => this.#template(item));
      this.#tray.setContextMenu(Menu.buildFromTemplate(template));
    }
  }

  #template(item: TrayMenuItem): MenuItemConstructorOptions {
    switch (item.type) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: item.label, enabled: false };
      case 'submenu':
        return { label: item.label, submenu: item.items.map((child) => this.#template(child)) };
      case 'action': {
        const { label, enabled, action, checked } = item;
        const click = (): void => this.#options.onAction(action);
        const common = { label: escapeMnemonic(label), enabled, click };
        return checked === undefined ? common : { ...common, type: 'checkbox', checked };
      }
    }
  }
}

/** A lone `&` in a menu label marks a shortcut letter. */
function escapeMnemonic(label: string): string {
  return label.replaceAll('&', '&&');
}

/** Each platform's own format: template images follow the macOS menu bar, ICO holds all sizes. */
function loadIcon(dir: string, icon: TrayIcon): NativeImage {
  if (process.platform === 'darwin') {
    return nativeImage.createFromPath(join(dir, `tray-${icon}-Template.png`));
  }
  if (process.platform === 'win32') {
    return nativeImage.createFromPath(join(dir, `tray-${icon}.ico`));
  }
  const image = nativeImage.createFromPath(join(dir, `tray-${icon}-24.png`));
  const large = nativeImage.createFromPath(join(dir, `tray-${icon}-48.png`));
  image.addRepresentation({ scaleFactor: 2, buffer: large.toPNG() });
  return image;
}
