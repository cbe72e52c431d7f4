/** Where the real community comes from: the choice on the left, what the chosen one needs on the right. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { SourceChoice as Choice } from '../../../shared/settings/source.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useSlice } from '../dashboard-context.ts';
import { Icon } from '../icon.tsx';
import { BotForm } from './bot/bot-form.tsx';
import { IngestForm } from './ingest/ingest-form.tsx';
import { RelayForm } from './relay-form.tsx';
import { ScriptForm } from './script-form.tsx';
import { SourceChoice } from './source-choice.tsx';
import { SourceStatus } from './source-status.tsx';

const words = strings.window.community;

export function Community() {
  const chosen = useSlice((state) => state.settings['source.kind']);
  return (
    <main class="page community" aria-label={strings.window.pages.community}>
      <SourceChoice chosen={chosen} />
      <section class="panel" aria-labelledby="source-title">
        <div class="panel-head">
          <h2 id="source-title">{words.choice[chosen].title}</h2>
        </div>
        <div key={chosen} class="scroller source-detail">
          {chosen === 'none' ? <NotConnected /> : <SourceStatus chosen={chosen} />}
          <SourceForm chosen={chosen} />
        </div>
      </section>
    </main>
  );
}

function NotConnected() {
  return (
    <div class="empty">
      <Icon name="people" />
      <p>{words.none.title}</p>
      <p class="advice">{words.none.advice}</p>
    </div>
  );
}

function SourceForm({ chosen }: { readonly chosen: Choice }) {
  switch (chosen) {
    case 'none':
      return null;
    case 'relay':
      return <RelayForm />;
    case 'ingest':
      return <IngestForm />;
    case 'script':
      return <ScriptForm />;
    case 'bot':
      return <BotForm />;
    default:
      return assertNever(chosen);
  }
}
