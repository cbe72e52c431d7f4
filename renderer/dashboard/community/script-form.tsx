/** The file of the streamer's own script. */
import { strings } from '../../../shared/strings/index.ts';
import { useDashboard, useRun, useSlice } from '../dashboard-context.ts';
import { Field } from '../field.tsx';

const words = strings.window.community.script;

export function ScriptForm() {
  const { api } = useDashboard();
  const run = useRun();
  const file = useSlice((state) => state.settings['script.file']);
  return (
    <div class="form">
      <p class="about">{words.about}</p>
      <Field id="script-file" label={words.file} hint={words.hint}>
        <output id="script-file" class="value" data-none={file === null} title={file ?? ''}>
          {file ?? words.noFile}
        </output>
        <button
          class={file === null ? 'button primary' : 'button plain'}
          type="button"
          onClick={() => run(api.chooseScript())}
        >
          {words.choose}
        </button>
      </Field>
      <p class="about">{words.trust}</p>
      <p class="about">{words.docs}</p>
    </div>
  );
}
