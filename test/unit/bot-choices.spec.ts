/** What may be chosen for a guild of the bot, and what holds when nothing is. */
import { expect, test } from '@playwright/test';
import { botGuildChoices } from '../../shared/settings/bot.ts';
import { SETTING_RULES } from '../../shared/settings.ts';

const { accepts } = SETTING_RULES['bot.guilds'];

test('what is not chosen is private and careful', () => {
  expect(botGuildChoices({ '7': { noText: true } }, '7')).toMatchObject({
    noText: true,
    hideBots: true,
    allowedChannels: null,
    delay: 0,
  });
  expect(botGuildChoices({}, '__proto__')).toMatchObject({ noText: false });
});

test('choices are checked one by one', () => {
  expect(accepts({})).toBe(true);
  expect(accepts({ '7': { allowedChannels: ['1'], delay: 300 } })).toBe(true);
  for (const wrong of [{ delay: 301 }, { delay: 1.5 }, { hideBots: 1 }, { toString: true }]) {
    expect(accepts({ '7': wrong })).toBe(false);
  }
  expect(accepts({ seven: {} })).toBe(false);
});
