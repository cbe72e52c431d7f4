/** What is said of a setting: its default, what it accepts and what it does. */
import type { Guard } from '../guards.ts';

export interface SettingRule<T> {
  readonly default: T;
  readonly accepts: Guard<T>;
  /** Completes the sentence "must be …". */
  readonly shape: string;
  readonly effect: string;
}

/** Checks a rule, and gives its setting the type of what it accepts rather than of its default. */
export function rule<T>(rule: SettingRule<T>): SettingRule<T> {
  return rule;
}
