/** Who does not appear: other bots, certain roles, and those who asked not to. */
import { strings } from '../../../../shared/strings/index.ts';
import { CheckRow } from '../../check-row.tsx';
import { Field, fieldControl } from '../../field.tsx';
import { useDraft } from '../../use-draft.ts';
import type { GuildChoicesProps } from './bot-guilds.tsx';
import { firstNoUserId, readUserIds } from './user-ids.ts';

const words = strings.window.community.bot.guilds;

export function PeopleChoices(props: GuildChoicesProps) {
  const { choices, onChange } = props;
  return (
    <>
      <fieldset class="checks">
        <legend>{words.people}</legend>
        <CheckRow
          text={words.hideBots}
          isOn={choices.hideBots}
          onChange={(hideBots) => onChange({ hideBots })}
        />
      </fieldset>
      <HiddenRoles {...props} />
      <OptedOut {...props} />
    </>
  );
}

function HiddenRoles({ guild, choices, onChange }: GuildChoicesProps) {
  const { hiddenRoles } = choices;
  if (guild.roles.length === 0) return null;
  return (
    <fieldset class="checks">
      <legend>{words.hiddenRoles}</legend>
      <div class="check-columns">
        {guild.roles.map(({ id, name }) => (
          <CheckRow
            key={id}
            text={name}
            isOn={hiddenRoles.includes(id)}
            onChange={(isHidden) => {
              const others = hiddenRoles.filter((role) => role !== id);
              onChange({ hiddenRoles: isHidden ? [...others, id] : others });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function OptedOut({ choices, onChange }: GuildChoicesProps) {
  const draft = useDraft({
    value: choices.optedOut.join('\n'),
    check(text) {
      const word = firstNoUserId(text);
      return word === null ? null : words.optedOutInvalid(word);
    },
    save: (text) => onChange({ optedOut: readUserIds(text) }),
  });
  return (
    <Field id="opted-out" label={words.optedOut} hint={words.optedOutHint} error={draft.error}>
      <textarea
        class="text-input"
        rows={3}
        autocomplete="off"
        spellcheck={false}
        value={draft.text}
        {...fieldControl('opted-out', draft.error)}
        {...draft.events}
      />
    </Field>
  );
}
