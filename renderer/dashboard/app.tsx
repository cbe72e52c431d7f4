/** The window as a whole: header, navigation, notices, the page, footer. */
import { useMemo, useState } from 'preact/hooks';
import type { WindowApi } from '../../shared/ipc.ts';
import type { GuildId } from '../../shared/protocol.ts';
import { strings } from '../../shared/strings/index.ts';
import { Community } from './community/community.tsx';
import { Complaint } from './complaint.tsx';
import { DashboardContext, useSlice, useView } from './dashboard-context.ts';
import { Footer } from './footer.tsx';
import type { FrameView } from './frame-view.ts';
import { Header } from './header/header.tsx';
import { Navigation } from './navigation/navigation.tsx';
import type { Page } from './navigation/pages.ts';
import { Notices } from './notices.tsx';
import { Stage } from './stage.tsx';

export interface AppProps {
  readonly api: WindowApi;
  readonly frames: FrameView;
}

export function App({ api, frames }: AppProps) {
  const [announcement, setAnnouncement] = useState('');
  const [complaint, complain] = useState('');
  const dashboard = useMemo(() => {
    // The same words again are only read out when they are not quite the same.
    const announce = (text: string): void =>
      setAnnouncement((last) => (last === text ? `${text}\u00a0` : text));
    return { api, frames, announce, complain };
  }, [api, frames]);
  return (
    <DashboardContext.Provider value={dashboard}>
      <Window />
      <Complaint text={complaint} onDismiss={() => complain('')} />
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </DashboardContext.Provider>
  );
}

function Window() {
  const isReady = useView(({ state }) => state !== null);
  if (isReady) return <Pages />;
  return (
    <p class="loading" role="status">
      {strings.window.loading}
    </p>
  );
}

function Pages() {
  const guilds = useSlice((state) => state.guilds);
  const [chosen, choose] = useState<GuildId | null>(null);
  const [page, goTo] = useState<Page>('stage');
  const guild = guilds.find(({ guildId }) => guildId === chosen) ?? null;
  return (
    <div class="window">
      <Header guild={guild} onChooseGuild={choose} onGo={goTo} />
      <Navigation page={page} onGo={goTo} />
      <Notices />
      <Stage guild={guild} isShown={page === 'stage'} />
      {page === 'community' && <Community />}
      <Footer />
    </div>
  );
}
