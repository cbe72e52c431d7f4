/** The streamer's own bot: its token, its invitation, and what is shown of each server. */
import { strings } from '../../shared/strings/index.ts';
import { type Dashboard, expect, test } from '../fixtures/dashboard-page.ts';
import { BOT, COMMUNITY_STATES } from '../fixtures/dashboard-states.ts';

const { pages, community } = strings.window;
const words = community.bot;
const GUILD_ID = BOT.guilds[0]?.guildId ?? '';

async function open(
  openDashboard: (state?: object) => Promise<Dashboard>,
  name: string,
  more: object = {},
): Promise<Dashboard> {
  const dashboard = await openDashboard({ ...COMMUNITY_STATES[name]?.(), ...more });
  await dashboard.page.getByRole('button', { name: pages.community }).click();
  return dashboard;
}

test('a token goes in, is not shown, and is said to be in the keychain', async ({
  openDashboard,
}) => {
  const { page, calls, answer, set } = await open(openDashboard, 'bot, no token');
  answer('setSecret', () => set({ secrets: { place: 'keychain', stored: ['bot.token'] } }));
  const field = page.getByRole('textbox', { name: words.token.label });
  await expect(field).toHaveAttribute('type', 'password');
  await field.fill(' a.secret.token ');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.token.place.keychain)).toBeVisible();
  expect(calls.at(-1)).toEqual(['setSecret', 'bot.token', 'a.secret.token']);
  expect(await page.content()).not.toContain('a.secret.token');

  await page.getByRole('button', { name: words.token.replace }).click();
  await expect(field).toHaveValue('');
  await page.getByRole('button', { name: words.token.cancel }).click();
  await page.getByRole('button', { name: words.token.erase }).click();
  const question = page.getByRole('group', { name: words.token.erase });
  await question.getByRole('button', { name: words.token.erase }).click();
  expect(calls.at(-1)).toEqual(['setSecret', 'bot.token', null]);
});

test('says when the token lasts until you quit, or comes from the environment', async ({
  openDashboard,
}) => {
  const { page, set } = await open(openDashboard, 'bot, intents missing');
  await expect(page.getByText(words.token.place.memory)).toBeVisible();
  await set({ secrets: { place: 'environment', stored: ['bot.token'] } });
  await expect(page.getByText(words.token.place.environment('D_BACK_BOT_TOKEN'))).toBeVisible();
  await expect(page.getByRole('button', { name: words.token.replace })).toHaveCount(0);
});

test('the invitation and the portal open in the browser, by way of Discord alone', async ({
  openDashboard,
}) => {
  const { page, calls } = await open(openDashboard, 'bot, live');
  await page.getByRole('button', { name: words.invite.open }).click();
  expect(calls.at(-1)).toEqual(['openDiscord', BOT.inviteUrl]);
  await page.getByRole('button', { name: words.invite.copy }).click();
  expect(calls.at(-1)).toEqual(['copyText', BOT.inviteUrl]);
  await page.getByRole('button', { name: words.openPortal }).click();
  expect(calls.at(-1)).toEqual(['openDiscord', 'https://discord.com/developers/applications']);
});

test('each server has its own choices', async ({ openDashboard }) => {
  const { page, calls } = await open(openDashboard, 'bot, live');
  const last = () => calls.at(-1)?.[2];
  const channel = (name: string) => page.getByRole('checkbox', { name });
  await expect(channel('#general')).toBeChecked();
  await expect(channel('#moderators')).not.toBeChecked();
  await channel('#moderators').click();
  await expect(channel('#moderators')).toBeChecked();
  await expect(page.getByText(words.guilds.futureHidden)).toBeVisible();
  expect(last()).toMatchObject({
    [GUILD_ID]: { allowedChannels: ['201', '202', '203', '204', '205'] },
  });

  await channel(words.guilds.noText).click();
  await expect(channel(words.guilds.noText)).toBeChecked();
  await channel('Muted').click();
  await expect(channel('Muted')).toBeChecked();
  await channel(words.guilds.hideBots).click();
  const optedOut = page.getByLabel(words.guilds.optedOut);
  await optedOut.fill('123456789012345678\nrobin');
  await expect(optedOut).toHaveAccessibleDescription(words.guilds.optedOutInvalid('robin'));
  await optedOut.fill('123456789012345678\n');
  await optedOut.blur();
  const delay = page.getByLabel(words.guilds.delay);
  await delay.fill('301');
  await expect(delay).toHaveAttribute('aria-invalid', 'true');
  await delay.fill('15');
  await page.keyboard.press('Enter');
  await expect.poll(last).toMatchObject({
    [GUILD_ID]: {
      allowedChannels: ['201', '202', '203', '204', '205'],
      noText: true,
      hiddenRoles: ['302'],
      hideBots: false,
      optedOut: ['123456789012345678'],
      delay: 15,
    },
  });

  await page.getByRole('main').getByRole('combobox').selectOption({ index: 1 });
  await expect(channel('#moderators')).not.toBeChecked();
  await expect(delay).toHaveValue('0');
});
