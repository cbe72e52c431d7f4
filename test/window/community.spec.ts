/** Where the community comes from: the choice, the address, and how it is doing. */
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { strings } from '../../shared/strings/index.ts';
import { type Dashboard, expect, test } from '../fixtures/dashboard-page.ts';
import { COMMUNITY_STATES } from '../fixtures/dashboard-states.ts';

const { pages, community: words } = strings.window;

async function open(
  openDashboard: (state?: object) => Promise<Dashboard>,
  name: string,
): Promise<Dashboard> {
  const dashboard = await openDashboard(COMMUNITY_STATES[name]?.());
  await dashboard.page.getByRole('button', { name: pages.community }).click();
  return dashboard;
}

test('the choice is a group of radio buttons, and each says what it is for', async ({
  openDashboard,
}) => {
  const { page, calls } = await open(openDashboard, 'not connected');
  const group = page.getByRole('group', { name: words.chooseTitle });
  await expect(group.getByRole('radio')).toHaveCount(5);
  const relay = group.getByRole('radio', { name: words.choice.relay.title });
  await expect(relay).toHaveAccessibleDescription(words.choice.relay.purpose);
  await group.getByRole('radio', { name: words.choice.none.title }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(relay).toBeChecked();
  await expect(page.getByRole('textbox', { name: words.relay.address })).toBeVisible();
  expect(calls).toContainEqual(['changeSetting', 'source.kind', 'relay']);
});

test('an address is checked as it is typed, and saved when it is right', async ({
  openDashboard,
}) => {
  const { page, calls } = await open(openDashboard, 'relay, no address');
  const address = page.getByRole('textbox', { name: words.relay.address });
  const saved = () => calls.filter(([name]) => name === 'changeSetting').map((call) => call[2]);
  await expect(address).toHaveAccessibleDescription(words.relay.hint);
  await address.pressSequentially('bot.example.org');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(address).toHaveAccessibleDescription(words.relay.invalid);
  await page.keyboard.press('Enter');
  await address.blur();
  await expect(address).toHaveValue('bot.example.org');
  expect(saved()).toEqual([]);

  await address.fill(' wss://bot.example.org:3000 ');
  await expect(address).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Enter');
  await expect.poll(saved).toEqual(['wss://bot.example.org:3000']);
  await address.fill('');
  await address.blur();
  await expect.poll(saved).toEqual(['wss://bot.example.org:3000', null]);
});

test('a wait counts down, says what is shown meanwhile, and can be cut short', async ({
  openDashboard,
}) => {
  const { page, calls } = await open(openDashboard, 'relay, waiting and stale');
  const status = page.getByRole('region', { name: words.status.label });
  await expect(status).toContainText(strings.source.problem['relay-unreachable'].title);
  await expect(status).toContainText('connection refused');
  await expect(status).toContainText(words.status.stale);
  const timer = status.getByRole('timer');
  const before = await timer.textContent();
  expect(before).toMatch(/^Trying again in 1[012] s$/);
  await expect(timer).not.toHaveText(before ?? '');
  await expect(page.getByRole('banner')).toContainText(/relay · trying again in \d+ s · showing/);
  await status.getByRole('button', { name: words.status.retryNow }).click();
  expect(calls.at(-1)).toEqual(['retrySource']);
});

test('what is not set up yet is no alarm, and is not tried again', async ({ openDashboard }) => {
  const { page } = await open(openDashboard, 'relay, no address');
  const status = page.getByRole('region', { name: words.status.label });
  await expect(status).toContainText(strings.source.problem['relay-no-address'].title);
  await expect(status.getByRole('button')).toHaveCount(0);
});

test('a rehearsal says that it hides the real community, and can be ended here', async ({
  openDashboard,
}) => {
  const { page, set } = await open(openDashboard, 'relay, hidden by a rehearsal');
  const status = page.getByRole('region', { name: words.status.label });
  await expect(status).toContainText(words.status.hidden.title);
  await status.getByRole('button', { name: words.status.hidden.end }).click();
  await expect(status).toContainText(words.status.connecting.title);
  await set({ source: { kind: 'relay', condition: 'live' } });
  await expect(status).toContainText(words.status.live.nobodyYet);
});

test('nothing moves when the condition changes', async ({ openDashboard }) => {
  const { page, set } = await open(openDashboard, 'relay, live');
  await page.setViewportSize({ width: 1280, height: 800 });
  const address = page.getByRole('textbox', { name: words.relay.address });
  const before = await address.boundingBox();
  for (const name of ['relay, connecting', 'relay, waiting and stale', 'relay, live']) {
    await set(COMMUNITY_STATES[name]?.() ?? {});
    await expect(page.getByRole('region', { name: words.status.label })).toBeVisible();
    expect(await address.boundingBox()).toEqual(before);
  }
});

test('the file of a script is chosen by the system’s own dialog', async ({ openDashboard }) => {
  const { page, calls, answer, change } = await open(openDashboard, 'script, no file');
  answer('chooseScript', () =>
    change({ ...DEFAULT_SETTINGS, 'source.kind': 'script', 'script.file': '/a/b.mjs' }),
  );
  await page.getByRole('button', { name: words.script.choose }).click();
  await expect(page.getByText('/a/b.mjs')).toBeVisible();
  expect(calls).toContainEqual(['chooseScript']);
});
