/** docs/settings.md says of every setting what the rules say. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SETTING_KEYS, SETTING_RULES } from '../../shared/settings.ts';

const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');

for (const key of SETTING_KEYS) {
  test(`${key} is documented`, () => {
    const { default: value, shape, effect } = SETTING_RULES[key];
    expect(page).toContain(`| \`${key}\` | \`${JSON.stringify(value)}\` | ${shape} | ${effect} |`);
  });
}

test('no setting is documented that does not exist', () => {
  const documented = [...page.matchAll(/^\| `([a-z]+\.\w+)` \|/gm)].map(([, key]) => key);
  expect(documented).toEqual([...SETTING_KEYS]);
});
