/** Which source real data comes from. */
import { isOneOf } from '../guards.ts';
import { rule } from './rule.ts';

export const REAL_SOURCES = ['relay', 'ingest', 'script', 'bot'] as const;
export type RealSourceKind = (typeof REAL_SOURCES)[number];
export const SOURCE_CHOICES = ['none', ...REAL_SOURCES] as const;
export type SourceChoice = (typeof SOURCE_CHOICES)[number];

export const sourceRules = {
  'source.kind': rule<SourceChoice>({
    default: 'none',
    accepts: isOneOf(SOURCE_CHOICES),
    shape: `one of ${SOURCE_CHOICES.join(', ')}`,
    effect: 'Where the community on the island comes from when there is no rehearsal.',
  }),
};
