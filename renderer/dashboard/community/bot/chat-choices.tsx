/** How chat is shown: with or without words, at once or later. */
import { LONGEST_DELAY } from '../../../../shared/settings/bot.ts';
import { strings } from '../../../../shared/strings/index.ts';
import { CheckRow } from '../../check-row.tsx';
import { Field, fieldControl } from '../../field.tsx';
import { useDraft } from '../../use-draft.ts';
import type { GuildChoicesProps } from './bot-guilds.tsx';

const words = strings.window.community.bot.guilds;

export function ChatChoices({ choices, onChange }: GuildChoicesProps) {
  const hint = words.delayHint(LONGEST_DELAY);
  const draft = useDraft({
    value: String(choices.delay),
    check: (text) => (/^\d{1,3}$/.test(text) && Number(text) <= LONGEST_DELAY ? null : hint),
    save: (text) => onChange({ delay: Number(text) }),
  });
  return (
    <>
      <fieldset class="checks">
        <legend>{words.chat}</legend>
        <CheckRow
          text={words.noText}
          isOn={choices.noText}
          onChange={(noText) => onChange({ noText })}
        />
      </fieldset>
      <Field id="bot-delay" label={words.delay} hint={hint} error={draft.error}>
        <input
          class="text-input short"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={draft.text}
          {...fieldControl('bot-delay', draft.error)}
          {...draft.events}
        />
      </Field>
    </>
  );
}
