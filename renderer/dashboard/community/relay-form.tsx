/** The address of the d-back that is followed. */
import { isSocketAddress } from '../../../shared/settings/relay.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useSlice } from '../dashboard-context.ts';
import { Field, fieldControl } from '../field.tsx';
import { useChangeSetting } from '../use-change-setting.ts';
import { useDraft } from '../use-draft.ts';

const words = strings.window.community.relay;

export function RelayForm() {
  const url = useSlice((state) => state.settings['relay.url']);
  const change = useChangeSetting();
  const draft = useDraft({
    value: url ?? '',
    check: (text) => (text === '' || isSocketAddress(text) ? null : words.invalid),
    save: (text) => change('relay.url', text === '' ? null : text),
  });
  return (
    <div class="form">
      <p class="about">{words.about}</p>
      <Field id="relay-url" label={words.address} hint={words.hint} error={draft.error}>
        <input
          class="text-input"
          type="text"
          inputMode="url"
          autocomplete="off"
          placeholder={words.placeholder}
          value={draft.text}
          {...fieldControl('relay-url', draft.error)}
          {...draft.events}
        />
      </Field>
    </div>
  );
}
