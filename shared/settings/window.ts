/** Settings of the window. */
import { isBoolean } from '../guards.ts';
import { rule } from './rule.ts';

export const windowRules = {
  'window.closeToTray': rule<boolean>({
    default: true,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Closing the window keeps the app in the tray. When false, closing quits.',
  }),
  'window.closeNoticeShown': rule<boolean>({
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Whether the notice about closing to the tray was already shown once.',
  }),
};
