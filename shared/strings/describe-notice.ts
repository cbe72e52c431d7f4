/** A notice in plain words: what is the matter, and what can be done. */
import { assertNever } from '../assert-never.ts';
import type { Notice } from '../state.ts';
import { strings } from './index.ts';

export interface NoticeWords {
  readonly title: string;
  readonly advice: string;
}

export function describeNotice(notice: Notice): NoticeWords {
  const words = strings.notice;
  switch (notice.code) {
    case 'settings-recovered':
      return fill(words[notice.code], notice.keptAs);
    case 'settings-newer':
    case 'live-in-rehearsal':
      return words[notice.code];
    case 'settings-invalid':
      return fill(words[notice.code], notice.keys.join(', '), notice.keptAs);
    case 'settings-unsaved':
      return fill(words[notice.code], notice.reason);
    case 'static-dir-missing':
      return fill(words[notice.code], notice.dir);
    case 'host-open':
      return fill(words[notice.code], notice.host);
    default:
      return assertNever(notice);
  }
}

interface Template<Details extends readonly string[]> {
  readonly title: string;
  readonly advice: (...details: Details) => string;
}

function fill<Details extends readonly string[]>(
  { title, advice }: Template<Details>,
  ...details: Details
): NoticeWords {
  return { title, advice: advice(...details) };
}
