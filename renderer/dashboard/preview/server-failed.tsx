/** Why there is no overlay, and the two ways out. */
import { useState } from 'preact/hooks';
import type { ServerStatus } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useDashboard, useRun } from '../dashboard-context.ts';
import { Icon } from '../icon.tsx';

export interface ServerFailedProps {
  readonly failure: Extract<ServerStatus, { readonly phase: 'failed' }>;
}

export function ServerFailed({ failure }: ServerFailedProps) {
  const { api } = useDashboard();
  const run = useRun();
  const [isTrying, setIsTrying] = useState(false);
  const words = strings.window.serverFailed;
  const isPortTaken = failure.reason === 'port-taken';

  const restart = async (port: 'same' | 'next-free'): Promise<void> => {
    setIsTrying(true);
    await run(api.restartServer(port));
    setIsTrying(false);
  };

  return (
    <div class="server-failed" role="alert">
      <Icon name="warning" />
      <h3>{isPortTaken ? words.portTaken(failure.port) : words.other}</h3>
      <p>{isPortTaken ? words.portTakenAdvice : failure.message}</p>
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          disabled={isTrying}
          onClick={() => void restart('same')}
        >
          {words.tryAgain}
        </button>
        <button
          class="button plain"
          type="button"
          disabled={isTrying}
          onClick={() => void restart('next-free')}
        >
          {words.useNextFree}
        </button>
      </div>
    </div>
  );
}
