/** The window as a whole: header, notices, the panels, footer. */
import { useMemo, useState } from 'preact/hooks';
import type { WindowApi } from '../../shared/ipc.ts';
import type { GuildId } from '../../shared/protocol.ts';
import { strings } from '../../shared/strings/index.ts';
import { Clients } from './clients/clients.tsx';
import { Complaint } from './complaint.tsx';
import { DashboardContext, useSlice, useView } from './dashboard-context.ts';
import { Footer } from './footer.tsx';
import type { FrameView } from './frame-view.ts';
import { Header } from './header/header.tsx';
import { Log } from './log/log.tsx';
import { Notices } from './notices.tsx';
import { Preview } from './preview/preview.tsx';

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
  if (isReady) return <Panels />;
  return (
    <p class="loading" role="status">
      {strings.window.loading}
    </p>
  );
}

function Panels() {
  const guilds = useSlice((state) => state.guilds);
  const [chosen, choose] = useState<GuildId | null>(null);
  const guild = guilds.find(({ guildId }) => guildId === chosen) ?? null;
  return (
    <div class="window">
      <Header guild={guild} onChooseGuild={choose} />
      <Notices />
      <main class="panels">
        <Preview guild={guild} />
        <Clients />
        <Log />
      </main>
      <Footer />
    </div>
  );
}
