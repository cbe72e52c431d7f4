/** Copies the URL for OBS; with several guilds, of the one that is chosen here. */
import type { GuildId } from '../../../shared/protocol.ts';
import type { GuildInfo } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { CopyButton } from '../copy-button.tsx';
import { useDashboard, useRun, useSlice } from '../dashboard-context.ts';
import { Select } from '../select.tsx';

export interface OverlayUrlProps {
  readonly guild: GuildInfo | null;
  readonly onChooseGuild: (guildId: GuildId) => void;
}

export function OverlayUrl({ guild, onChooseGuild }: OverlayUrlProps) {
  const { api, announce } = useDashboard();
  const run = useRun();
  const guilds = useSlice((state) => state.guilds);
  const isListening = useSlice((state) => state.server.phase === 'listening');
  const shown = guild ?? guilds.find((candidate) => candidate.default) ?? guilds[0] ?? null;
  const words = strings.window;

  const copy = async (): Promise<boolean> => {
    const url = await run(api.copyOverlayUrl(shown?.guildId ?? null, null));
    if (url === null) return false;
    announce(words.copiedUrl(url));
    return true;
  };

  return (
    <div class="overlay-url">
      {shown && guilds.length > 1 && (
        <Select
          label={words.guildLabel}
          value={shown.guildId}
          choices={guilds.map(({ guildId, name }) => ({ value: guildId, text: name }))}
          onChange={onChooseGuild}
        />
      )}
      <CopyButton
        label={words.copyOverlayUrl}
        tone="primary"
        disabled={!isListening}
        onCopy={copy}
      />
    </div>
  );
}
