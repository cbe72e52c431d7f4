/** Settings of rehearsals. */
import { isBoolean, isIntegerIn, isOneOf } from '../guards.ts';
import { rule } from './rule.ts';

export const SCENARIOS = ['calm', 'busy', 'raid', 'quiet'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const mockRules = {
  'mock.enabled': rule<boolean>({
    default: false,
    accepts: isBoolean,
    shape: 'true or false',
    effect: 'Rehearsal: show the invented community in place of the real one.',
  }),
  'mock.scenario': rule<Scenario>({
    default: 'calm',
    accepts: isOneOf(SCENARIOS),
    shape: `one of ${SCENARIOS.join(', ')}`,
    effect: 'What happens in a rehearsal.',
  }),
  'mock.seed': rule<number>({
    default: 1,
    accepts: isIntegerIn(0, 4294967295),
    shape: 'a whole number from 0 to 4294967295',
    effect: 'The same seed plays the same rehearsal again.',
  }),
};
