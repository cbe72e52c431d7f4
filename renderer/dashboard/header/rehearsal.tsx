/** The rehearsal switch shows the setting; what is live stands in the source line. */
import { SCENARIOS } from '../../../shared/settings/mock.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useSlice } from '../dashboard-context.ts';
import { Select } from '../select.tsx';
import { useChangeSetting } from '../use-change-setting.ts';

const words = strings.window.rehearsal;

const choices = SCENARIOS.map((value) => ({ value, text: words.scenario[value] }));

export function Rehearsal() {
  const isOn = useSlice((state) => state.settings['mock.enabled']);
  const scenario = useSlice((state) => state.settings['mock.scenario']);
  const change = useChangeSetting();
  return (
    <div class="rehearsal">
      <button
        class="switch"
        type="button"
        role="switch"
        aria-checked={isOn}
        title={words.hint}
        onClick={() => change('mock.enabled', !isOn)}
      >
        <span class="switch-track" />
        {words.label}
      </button>
      <Select
        label={words.scenarioLabel}
        value={scenario}
        choices={choices}
        disabled={!isOn}
        onChange={(value) => change('mock.scenario', value)}
      />
    </div>
  );
}
