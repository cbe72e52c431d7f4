/** The top of the window: what runs, what it shows, and the button everybody came for. */

import logo from '../../../assets/icons/tray-running-32.png';
import type { GuildId } from '../../../shared/protocol.ts';
import type { GuildInfo } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import type { Page } from '../navigation/pages.ts';
import { Address } from './address.tsx';
import { OverlayUrl } from './overlay-url.tsx';
import { Rehearsal } from './rehearsal.tsx';

export interface HeaderProps {
  /** The guild that was chosen here, null for the default one. */
  readonly guild: GuildInfo | null;
  readonly onChooseGuild: (guildId: GuildId) => void;
  readonly onGo: (page: Page) => void;
}

export function Header({ guild, onChooseGuild, onGo }: HeaderProps) {
  return (
    <header class="header">
      <img class="logo" src={logo} alt="" width={32} height={32} />
      <h1>{strings.appName}</h1>
      <Address onGo={onGo} />
      <Rehearsal />
      <OverlayUrl guild={guild} onChooseGuild={onChooseGuild} />
    </header>
  );
}
