/** Where the overlay is served, whether it is, and which source is live. */
import { assertNever } from '../../../shared/assert-never.ts';
import { urlHost } from '../../../shared/overlay-url.ts';
import type { ServerStatus, SourceStatus } from '../../../shared/state.ts';
import { describeProblem, sourceLine, strings } from '../../../shared/strings/index.ts';
import { useSlice } from '../dashboard-context.ts';
import type { Page } from '../navigation/pages.ts';
import { useNow } from '../use-now.ts';

const words = strings.window.address;

export interface AddressProps {
  readonly onGo: (page: Page) => void;
}

export function Address({ onGo }: AddressProps) {
  const server = useSlice((state) => state.server);
  return (
    <section class="address" aria-label={words.label}>
      <p class="address-line" data-phase={server.phase}>
        <span class="dot" />
        {server.phase === 'listening' && <span class="visually-hidden">{words.listening}: </span>}
        <span class="address-text">{addressText(server)}</span>
      </p>
      <SourceLine onGo={onGo} />
    </section>
  );
}

/** Leads to the page where something can be done about it. */
function SourceLine({ onGo }: AddressProps) {
  const source = useSlice((state) => state.source);
  const now = useNow(1_000);
  const line = sourceLine(source, now);
  return (
    <button
      class="source-line"
      type="button"
      title={[line, ...problemLines(source)].join('\n')}
      data-condition={source.condition}
      onClick={() => onGo('community')}
    >
      {line}
    </button>
  );
}

function problemLines(source: SourceStatus): readonly string[] {
  if (!('problem' in source)) return [];
  const { title, advice } = describeProblem(source.problem);
  return [title, advice];
}

function addressText(server: ServerStatus): string {
  switch (server.phase) {
    case 'listening':
      return `http://${urlHost(server.host)}:${server.port}`;
    case 'starting':
      return words.starting;
    case 'stopped':
      return words.stopped;
    case 'failed':
      return words.failed;
    default:
      return assertNever(server);
  }
}
