/** The tokens of the ingest API: made, shown once, revoked. */
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/dashboard-page.ts';
import { COMMUNITY_STATES, GUILDS, TOKENS } from '../fixtures/dashboard-states.ts';

const { pages, community } = strings.window;
const words = community.ingest;
const SECRET = 'dbi_0123456789';

test('the address can be copied', async ({ openDashboard }) => {
  const { page, calls } = await openDashboard(COMMUNITY_STATES['ingest, live']?.());
  await page.getByRole('button', { name: pages.community }).click();
  await page.getByRole('button', { name: words.copyEndpoint }).click();
  expect(calls.at(-1)).toEqual(['copyText', 'http://127.0.0.1:3000/api/ingest']);
});

test('a token is hidden until asked for, copied, and gone when done', async ({ openDashboard }) => {
  const { page, calls, answer } = await openDashboard(COMMUNITY_STATES['ingest, no token']?.());
  await page.getByRole('button', { name: pages.community }).click();
  answer('createIngestToken', () => SECRET);
  await expect(page.getByText(words.noTokens)).toBeVisible();
  const make = page.getByRole('button', { name: words.create });
  await expect(make).toBeDisabled();
  await page.getByRole('textbox', { name: words.name }).fill(' Quiz ');
  await make.click();
  expect(calls.at(-1)).toEqual(['createIngestToken', 'Quiz', null]);

  await expect(page.getByText(words.fresh.once)).toBeVisible();
  await expect(page.getByText(SECRET)).toHaveCount(0);
  const copy = page.getByRole('button', { name: words.fresh.copy });
  await expect(copy).toBeFocused();
  await copy.click();
  expect(calls.at(-1)).toEqual(['copyText', SECRET]);
  await expect(page.getByText(SECRET)).toHaveCount(0);
  await page.getByRole('button', { name: words.fresh.show }).click();
  await expect(page.getByText(SECRET)).toBeVisible();
  await page.getByRole('button', { name: words.fresh.done }).click();
  await expect(page.getByText(SECRET)).toHaveCount(0);
  await expect(make).toBeVisible();
});

test('a token can be limited to some servers', async ({ openDashboard }) => {
  const { page, calls, answer } = await openDashboard(COMMUNITY_STATES['ingest, live']?.());
  await page.getByRole('button', { name: pages.community }).click();
  answer('createIngestToken', () => SECRET);
  await page.getByRole('textbox', { name: words.name }).fill('Quiz');
  await page.getByRole('radio', { name: words.limitChosen }).check();
  await expect(page.getByRole('button', { name: words.create })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Gemütlich' }).check();
  await page.getByRole('button', { name: words.create }).click();
  expect(calls.at(-1)).toEqual(['createIngestToken', 'Quiz', [GUILDS[0]?.guildId]]);
});

test('a token is revoked only after a question', async ({ openDashboard }) => {
  const { page, calls } = await openDashboard(COMMUNITY_STATES['ingest, live']?.());
  await page.getByRole('button', { name: pages.community }).click();
  const revoke = page.getByRole('button', { name: words.revokeNamed('Quiz night') });
  await revoke.click();
  await expect(page.getByText(words.revokeQuestion)).toBeVisible();
  // Whoever presses Enter twice keeps it.
  await expect(page.getByRole('button', { name: words.keep })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(revoke).toBeFocused();
  expect(calls.some(([name]) => name === 'revokeIngestToken')).toBe(false);
  await revoke.click();
  const question = page.getByRole('group', { name: words.revokeNamed('Quiz night') });
  await question.getByRole('button', { name: words.revoke }).click();
  expect(calls.at(-1)).toEqual(['revokeIngestToken', TOKENS[1]?.id]);
});
