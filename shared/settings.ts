/** Every setting, put together from the groups in `settings/`. docs/settings.md follows it. */
import type { Guard } from './guards.ts';
import { accessRules } from './settings/access.ts';
import { botRules } from './settings/bot.ts';
import { ingestRules } from './settings/ingest.ts';
import { mockRules } from './settings/mock.ts';
import { obsRules } from './settings/obs.ts';
import { relayRules } from './settings/relay.ts';
import type { SettingRule } from './settings/rule.ts';
import { scriptRules } from './settings/script.ts';
import { serverRules } from './settings/server.ts';
import { sourceRules } from './settings/source.ts';
import { windowRules } from './settings/window.ts';

export const SETTING_RULES = {
  ...serverRules,
  ...sourceRules,
  ...relayRules,
  ...ingestRules,
  ...scriptRules,
  ...botRules,
  ...accessRules,
  ...obsRules,
  ...mockRules,
  ...windowRules,
};

type Rules = typeof SETTING_RULES;

export type SettingKey = keyof Rules;

export type Settings = {
  readonly [K in SettingKey]: Rules[K] extends SettingRule<infer T> ? T : never;
};

/** The version written into the file; a file with a higher one is left untouched. */
export const SETTINGS_VERSION = 1;

export const SETTING_KEYS = Object.keys(SETTING_RULES) as readonly SettingKey[];

export const DEFAULT_SETTINGS: Settings = Object.freeze(
  Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTING_RULES[key].default])),
) as unknown as Settings;

/** A key together with a value of its own type. */
export type SettingChange = {
  [K in SettingKey]: readonly [key: K, value: Settings[K]];
}[SettingKey];

export const isSettingChange: Guard<SettingChange> = (value): value is SettingChange => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [key, candidate] = value;
  return SETTING_KEYS.includes(key) && SETTING_RULES[key as SettingKey].accepts(candidate);
};
