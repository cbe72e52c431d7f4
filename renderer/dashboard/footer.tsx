/** The one setting of the window itself. */
import { strings } from '../../shared/strings/index.ts';
import { useSlice } from './dashboard-context.ts';
import { useChangeSetting } from './use-change-setting.ts';

export function Footer() {
  const isOn = useSlice((state) => state.settings['window.closeToTray']);
  const change = useChangeSetting();
  return (
    <footer class="footer">
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => change('window.closeToTray', event.currentTarget.checked)}
        />
        {strings.window.closeToTray}
      </label>
    </footer>
  );
}
