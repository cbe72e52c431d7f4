/** Where the overlay is served, whether it is, and which source is live. */
import { assertNever } from '../../../shared/assert-never.ts';
import { urlHost } from '../../../shared/overlay-url.ts';
import type { ServerStatus } from '../../../shared/state.ts';
import { sourceLine, strings } from '../../../shared/strings/index.ts';
import { useSlice } from '../dashboard-context.ts';

const words = strings.window.address;

export function Address() {
  const server = useSlice((state) => state.server);
  const source = useSlice((state) => state.source);
  return (
    <section class="address" aria-label={words.label}>
      <p class="address-line" data-phase={server.phase}>
        <span class="dot" />
        {server.phase === 'listening' && <span class="visually-hidden">{words.listening}: </span>}
        <span class="address-text">{addressText(server)}</span>
      </p>
      <p class="source-line">{sourceLine(source)}</p>
    </section>
  );
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
