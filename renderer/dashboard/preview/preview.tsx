/** The real overlay, in a frame of its own origin, on a backdrop of choice. */
import { useState } from 'preact/hooks';
import { overlayUrl } from '../../../shared/overlay-url.ts';
import type { GuildInfo } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useDashboard, useRun, useSlice } from '../dashboard-context.ts';
import { Icon } from '../icon.tsx';
import { type Backdrop, BackdropChoice } from './backdrop-choice.tsx';
import { ServerFailed } from './server-failed.tsx';

const words = strings.window.preview;

export interface PreviewProps {
  /** Null for the default guild, whichever that is: the preview then follows without a reload. */
  readonly guild: GuildInfo | null;
}

export function Preview({ guild }: PreviewProps) {
  const { api } = useDashboard();
  const run = useRun();
  const server = useSlice((state) => state.server);
  const [backdrop, setBackdrop] = useState<Backdrop>('checkerboard');
  return (
    <section class="panel preview" aria-labelledby="preview-title">
      <div class="panel-head">
        <h2 id="preview-title">{words.title}</h2>
        {server.phase !== 'failed' && (
          <>
            <BackdropChoice value={backdrop} onChange={setBackdrop} />
            <button
              class="button quiet"
              type="button"
              disabled={server.phase !== 'listening'}
              onClick={() => run(api.openOverlay())}
            >
              <Icon name="external" />
              <span class="label">{words.openInBrowser}</span>
            </button>
          </>
        )}
      </div>
      {server.phase === 'failed' ? (
        <ServerFailed failure={server} />
      ) : (
        <div class="stage" data-backdrop={backdrop}>
          <Stage guild={guild} />
        </div>
      )}
    </section>
  );
}

function Stage({ guild }: PreviewProps) {
  const server = useSlice((state) => state.server);
  const foreignPage = useSlice((state) => state.settings['server.staticDir'] !== null);
  if (server.phase !== 'listening') {
    const isStarting = server.phase === 'starting';
    return <p class="empty">{isStarting ? words.starting : words.stopped}</p>;
  }
  const { host, port } = server;
  const url = `${overlayUrl({ host, port, serverId: guild?.id ?? null, foreignPage })}&hud=1`;
  return (
    <iframe
      key={url}
      src={url}
      title={words.frameTitle}
      sandbox="allow-scripts allow-same-origin"
      referrerpolicy="no-referrer"
    />
  );
}
