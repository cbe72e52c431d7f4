/** The bot's token goes in and never comes out: what is shown is whether there is one, and where. */
import { useState } from 'preact/hooks';
import { LONGEST_SECRET, secretVariable } from '../../../../shared/secrets.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { ConfirmButton } from '../../confirm-button.tsx';
import { useDashboard, useRun, useSlice } from '../../dashboard-context.ts';
import { Field, fieldControl } from '../../field.tsx';

const NAME = 'bot.token';

const words = strings.window.community.bot.token;

export function BotToken() {
  const isStored = useSlice((state) => state.secrets.stored.includes(NAME));
  const [isReplacing, setIsReplacing] = useState(false);
  return (
    <section class="group" aria-labelledby="token-title">
      <h3 id="token-title">
        <label for="bot-token">{words.label}</label>
      </h3>
      {isStored && !isReplacing ? (
        <Stored onReplace={() => setIsReplacing(true)} />
      ) : (
        <Entry canCancel={isStored} onDone={() => setIsReplacing(false)} />
      )}
    </section>
  );
}

function Stored({ onReplace }: { readonly onReplace: () => void }) {
  const { api } = useDashboard();
  const run = useRun();
  const place = useSlice((state) => state.secrets.place);
  const where =
    place === 'environment' ? words.place.environment(secretVariable(NAME)) : words.place[place];
  return (
    <Field id="bot-token" hint={where}>
      <output id="bot-token" class="value">
        {'•'.repeat(24)}
      </output>
      {place !== 'environment' && (
        <>
          <button class="button plain" type="button" onClick={onReplace}>
            {words.replace}
          </button>
          <ConfirmButton
            text={words.erase}
            question={words.eraseQuestion}
            keep={words.keep}
            onConfirm={() => void run(api.setSecret(NAME, null))}
          />
        </>
      )}
    </Field>
  );
}

interface EntryProps {
  readonly canCancel: boolean;
  readonly onDone: () => void;
}

function Entry({ canCancel, onDone }: EntryProps) {
  const { api } = useDashboard();
  const run = useRun();
  const [text, setText] = useState('');
  const token = text.trim();
  const save = async (): Promise<void> => {
    if ((await run(api.setSecret(NAME, token))) === null) return;
    setText('');
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field id="bot-token" hint={words.hint}>
        <input
          class="text-input"
          type="password"
          autocomplete="off"
          maxLength={LONGEST_SECRET}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          {...fieldControl('bot-token')}
        />
        <button class="button primary" type="submit" disabled={token === ''}>
          {words.save}
        </button>
        {canCancel && (
          <button class="button plain" type="button" onClick={onDone}>
            {words.cancel}
          </button>
        )}
      </Field>
    </form>
  );
}
