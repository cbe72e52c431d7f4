/** The Chromium that tests look at the overlay with. */
import { findCommand } from './find-command.mjs';

/** @returns {string | undefined} path of its executable */
export function chromium() {
  return (
    process.env['CHROMIUM'] ||
    findCommand('chromium') ||
    findCommand('chromium-browser') ||
    findCommand('google-chrome')
  );
}
