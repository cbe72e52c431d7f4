/** What the tray shows for a state: icon, tooltip and menu, as plain data. */

import type { GuildInfo, State } from '../../shared/state.ts';
import { describeProblem, sourceLine, strings } from '../../shared/strings/index.ts';

export type TrayIcon = 'running' | 'rehearsal' | 'trouble';

export type TrayAction =
  | { readonly do: 'copy-overlay-url'; readonly guildId: string | null }
  | { readonly do: 'set-mock-mode'; readonly enabled: boolean }
  | { readonly do: 'open-dashboard' | 'open-overlay' | 'quit' };

export type TrayMenuItem =
  | { readonly type: 'separator' }
  | { readonly type: 'text'; readonly label: string }
  | { readonly type: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] }
  | {
      readonly type: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly enabled: boolean;
      readonly checked?: boolean;
    };

export interface TrayModel {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

export function trayModel(state: State): TrayModel {
  const { tray } = strings;
  const isListening = state.server.phase === 'listening';
  const isRehearsal = state.settings['mock.enabled'];
  const clients = tray.clients(overlayCount(state));
  return {
    icon: iconOf(state),
    tooltip: tray.tooltip(tooltipLine(state)),
    menu: [
      copyItem(state.guilds, isListening),
      {
        type: 'action',
        label: tray.mockMode,
        action: { do: 'set-mock-mode', enabled: !isRehearsal },
        enabled: true,
        checked: isRehearsal,
      },
      { type: 'separator' },
      item(tray.openDashboard, { do: 'open-dashboard' }),
      item(tray.openOverlay, { do: 'open-overlay' }, isListening),
      { type: 'separator' },
      { type: 'text', label: clients },
      item(tray.quit, { do: 'quit' }),
    ],
  };
}

/** A source that waits gets well by itself; one that was refused does not. */
function iconOf({ server, source, settings }: State): TrayIcon {
  if (server.phase === 'failed' || source.condition === 'refused') return 'trouble';
  return settings['mock.enabled'] ? 'rehearsal' : 'running';
}

/** The preview in our own window is not on anybody's stream. */
function overlayCount({ clients }: State): number {
  return clients.filter(({ app }) => app !== 'preview').length;
}

function tooltipLine(state: State): string {
  const { tray } = strings;
  const { server, source } = state;
  if (server.phase === 'failed') return tray.serverFailed;
  if (server.phase !== 'listening') return tray.serverStarting;
  const clients = tray.clients(overlayCount(state));
  if (!('problem' in source)) return `${sourceLine(source)}, ${clients}`;
  // Windows shows 127 characters: that the picture is an old one goes without saying.
  const { title } = describeProblem(source.problem);
  return `${title} ${sourceLine({ ...source, isStale: false })}, ${clients}`;
}

/** One guild needs no choice; several get a submenu. */
function copyItem(guilds: readonly GuildInfo[], enabled: boolean): TrayMenuItem {
  const label = strings.tray.copyOverlayUrl;
  if (guilds.length < 2) return item(label, { do: 'copy-overlay-url', guildId: null }, enabled);
  const items = guilds.map(({ guildId, name }) =>
    item(name, { do: 'copy-overlay-url', guildId }, enabled),
  );
  return { type: 'submenu', label, items };
}

function item(label: string, action: TrayAction, enabled = true): TrayMenuItem {
  return { type: 'action', label, action, enabled };
}
