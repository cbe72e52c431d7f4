/** Who may send: the tokens there are, and how one is made. */
import { useState } from 'preact/hooks';
import type { IngestToken } from '../../../../shared/settings/ingest.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { dateText, dateTimeText } from '../../../../shared/strings/measures.ts';
import { ConfirmButton } from '../../confirm-button.tsx';
import { useDashboard, useRun, useSlice } from '../../dashboard-context.ts';
import { TokenMaker } from './token-maker.tsx';
import { type FreshToken, TokenOnce } from './token-once.tsx';

const words = strings.window.community.ingest;

export function Tokens() {
  const tokens = useSlice((state) => state.settings['ingest.tokens']);
  const [fresh, setFresh] = useState<FreshToken | null>(null);
  return (
    <section class="group" aria-labelledby="tokens-title">
      <h3 id="tokens-title">{words.tokens}</h3>
      <p class="about">{words.tokensHint}</p>
      {tokens.length > 0 ? (
        <ul class="rows" aria-labelledby="tokens-title">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      ) : (
        <p class="nothing">{words.noTokens}</p>
      )}
      {fresh ? (
        <TokenOnce token={fresh} onDone={() => setFresh(null)} />
      ) : (
        <TokenMaker onMade={setFresh} />
      )}
    </section>
  );
}

function TokenRow({ token }: { readonly token: IngestToken }) {
  const { api } = useDashboard();
  const run = useRun();
  const { id, name, guilds, createdAt } = token;
  return (
    <li class="row">
      <span class="main-text" dir="auto" title={name}>
        {name}
      </span>
      <span class="sub-text">
        {guilds === null ? words.allServers : words.servers(guilds.length)}
        {' · '}
        <time dateTime={new Date(createdAt).toISOString()} title={dateTimeText(createdAt)}>
          {words.created(dateText(createdAt))}
        </time>
      </span>
      <ConfirmButton
        text={words.revoke}
        label={words.revokeNamed(name)}
        question={words.revokeQuestion}
        keep={words.keep}
        onConfirm={() => void run(api.revokeIngestToken(id))}
      />
    </li>
  );
}
