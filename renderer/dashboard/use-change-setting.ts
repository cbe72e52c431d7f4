/** Changes a setting; when that fails, the control goes back to what is true. */
import { useReducer } from 'preact/hooks';
import type { SettingChange } from '../../shared/settings.ts';
import { useDashboard, useRun } from './dashboard-context.ts';

export function useChangeSetting(): (...change: SettingChange) => Promise<void> {
  const { api } = useDashboard();
  const run = useRun();
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  return async (...change) => {
    // The browser ticks a box before anybody has agreed: rendering again puts it right.
    if ((await run(api.changeSetting(...change))) === null) redraw();
  };
}
