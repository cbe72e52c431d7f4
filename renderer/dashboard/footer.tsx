/** What closing the window does: the one setting of the window itself, where there is a choice. */
import { strings } from '../../shared/strings/index.ts';
import { useSlice } from './dashboard-context.ts';
import { useChangeSetting } from './use-change-setting.ts';

export function Footer() {
  const hasTray = useSlice((state) => state.hasTray);
  return (
    <footer class="footer">{hasTray ? <CloseToTray /> : <p>{strings.window.noTray}</p>}</footer>
  );
}

function CloseToTray() {
  const isOn = useSlice((state) => state.settings['window.closeToTray']);
  const change = useChangeSetting();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => change('window.closeToTray', event.currentTarget.checked)}
      />
      {strings.window.closeToTray}
    </label>
  );
}
