/** What a bot that pushes needs: the address, and a token of its own. */
import { urlHost } from '../../../../shared/overlay-url.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { CopyButton } from '../../copy-button.tsx';
import { useSlice } from '../../dashboard-context.ts';
import { Field } from '../../field.tsx';
import { useCopyText } from '../../use-copy-text.ts';
import { Tokens } from './tokens.tsx';

const words = strings.window.community.ingest;

export function IngestForm() {
  return (
    <div class="form">
      <p class="about">{words.about}</p>
      <Endpoint />
      <Tokens />
    </div>
  );
}

function Endpoint() {
  const server = useSlice((state) => state.server);
  const copyText = useCopyText();
  const url =
    server.phase === 'listening'
      ? `http://${urlHost(server.host)}:${server.port}/api/ingest`
      : null;
  return (
    <Field id="ingest-url" label={words.endpoint}>
      <output id="ingest-url" class="value" data-none={url === null}>
        {url ?? words.notRunning}
      </output>
      <CopyButton
        label={words.copyEndpoint}
        tone="plain"
        disabled={url === null}
        onCopy={() => copyText(url ?? '', strings.window.copiedUrl(url ?? ''))}
      />
    </Field>
  );
}
