/** Notices in words, for standard error when there is no window. */
import { assertNever } from '../../shared/assert-never.ts';
import type { Notice } from '../../shared/state.ts';

export function noticeText(notice: Notice): string {
  switch (notice.code) {
    case 'settings-recovered':
      return `settings.json could not be read; the defaults are used and it is kept as ${notice.keptAs}.`;
    case 'settings-newer':
      return 'settings.json comes from a newer version; changes are not saved.';
    case 'settings-invalid':
      return `settings.json: ${notice.keys.join(', ')} could not be used; the defaults are, and the file is kept as ${notice.keptAs}.`;
    case 'settings-unsaved':
      return `Settings cannot be saved: ${notice.reason}`;
    case 'static-dir-missing':
      return `There is no folder ${notice.dir}; the built-in overlay is served.`;
    case 'host-open':
      return `Listening on ${notice.host}: other computers can reach this port, and are refused.`;
    default:
      return assertNever(notice);
  }
}
