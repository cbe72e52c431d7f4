/** Opens one of Discord's own pages in the browser. */
import { useDashboard, useRun } from '../../dashboard-context.ts';
import { Icon } from '../../icon.tsx';

export interface DiscordButtonProps {
  readonly url: string;
  readonly text: string;
}

export function DiscordButton({ url, text }: DiscordButtonProps) {
  const { api } = useDashboard();
  const run = useRun();
  return (
    <button class="button plain" type="button" onClick={() => run(api.openDiscord(url))}>
      <Icon name="external" />
      {text}
    </button>
  );
}
