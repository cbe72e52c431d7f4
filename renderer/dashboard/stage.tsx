/** The first page: what is on air, who is connected, what happens. */
import type { GuildInfo } from '../../shared/state.ts';
import { strings } from '../../shared/strings/index.ts';
import { Clients } from './clients/clients.tsx';
import { Log } from './log/log.tsx';
import { Preview } from './preview/preview.tsx';

export interface StageProps {
  readonly guild: GuildInfo | null;
  /** It stays where it is behind the other pages: the preview goes on, and the log keeps its place. */
  readonly isShown: boolean;
}

export function Stage({ guild, isShown }: StageProps) {
  return (
    <main class="page panels" aria-label={strings.window.pages.stage} data-shown={isShown}>
      <Preview guild={guild} />
      <Clients />
      <Log />
    </main>
  );
}
