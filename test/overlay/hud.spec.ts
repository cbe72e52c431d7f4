/** The HUD: only where it was asked for, and all of it within reach of a keyboard. */
import type { Page } from '@playwright/test';
import { expect, inventMembers, painted, test } from '../fixtures/overlay-page.ts';

const still = inventMembers(9, 'dnd');
const islandOf = (page: Page) => painted(page, 'picture');

test('there is none unless it was asked for', async ({ show }) => {
  const { page } = await show();
  expect(await page.locator('.hud, button, input, select').count()).toBe(0);
});

test('zoom buttons, keys and the wheel bring the island nearer, and back', async ({ show }) => {
  const { page } = await show({ query: 'hud=1&zoom=2&time=12', members: still });
  const widthIs = (width: number) =>
    expect.poll(async () => (await islandOf(page)).width).toBe(width);
  await widthIs(640);
  await page.getByRole('button', { name: 'Nearer' }).click();
  await widthIs(427);
  await page.getByRole('button', { name: 'Farther' }).click();
  await widthIs(640);
  await page.keyboard.press('+');
  await widthIs(427);
  await page.keyboard.press('0');
  await widthIs(640);
  await page.mouse.move(600, 300);
  await page.mouse.wheel(0, -120);
  await widthIs(427);
});

test('two fingers bring the island nearer, on a screen and on a touchpad', async ({ show }) => {
  const { page } = await show({ query: 'hud=1&zoom=2&time=12', members: still });
  await page.getByRole('group', { name: 'Island' }).waitFor();
  const widthIs = (width: number) =>
    expect.poll(async () => (await islandOf(page)).width).toBe(width);
  await widthIs(640);
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [
    { x: 640 - apart, y: 360, id: 0 },
    { x: 640 + apart, y: 360, id: 1 },
  ];
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(50) });
  for (let apart = 55; apart <= 80; apart += 5) {
    const move = { type: 'touchMove', touchPoints: fingers(apart) } as const;
    await touch.send('Input.dispatchTouchEvent', move);
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await widthIs(427);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await page.mouse.move(600, 300);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, 4);
  await page.keyboard.up('Control');
  await widthIs(640);
});

test('a button let go outside of the page lets the island go', async ({ show }) => {
  const { page } = await show({ query: 'hud=1&zoom=1&time=12', members: still });
  await page.getByRole('group', { name: 'Island' }).waitFor();
  const before = await islandOf(page);
  const tell = (type: string, x: number, buttons: number) =>
    page.evaluate(
      ([type, clientX, buttons]) => {
        const at = { clientX, clientY: 100, buttons, pointerId: 1, bubbles: true };
        document.documentElement.dispatchEvent(new PointerEvent(type, at));
      },
      [type, x, buttons] as const,
    );
  await tell('pointerdown', 400, 1);
  await tell('pointermove', 430, 1);
  await tell('pointermove', 700, 0);
  await expect.poll(async () => (await islandOf(page)).left - before.left).toBe(30);
});

test('drag and arrow keys move the island', async ({ show }) => {
  const { page } = await show({ query: 'hud=1&zoom=1&time=12', members: still });
  await page.getByRole('group', { name: 'Island' }).waitFor();
  const before = await islandOf(page);
  await page.mouse.move(400, 100);
  await page.mouse.down();
  await page.mouse.move(460, 100, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await islandOf(page)).left - before.left).toBe(60);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await islandOf(page)).left - before.left).toBe(12);
});

test('a member is found by keyboard alone, and its card closes again', async ({ show }) => {
  const { page, source } = await show({ query: 'hud=1&time=12', members: still });
  await page.getByRole('group', { name: 'Island' }).waitFor();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Find a member' })).toBeFocused();
  await page.keyboard.type('member 4');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Member 4' });
  await expect(card).toBeFocused();
  await expect(card).toContainText('Do not disturb');
  source.sink.presence('4242', { uid: '9004', status: 'idle' });
  await expect(card).toContainText('Idle');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('a name that nobody has is said to be wrong', async ({ show }) => {
  const { page } = await show({ query: 'hud=1', members: still });
  const search = page.getByRole('combobox', { name: 'Find a member' });
  await search.fill('nobody at all');
  await search.press('Enter');
  await expect(search).toHaveAttribute('aria-invalid', 'true');
});

test('a click on a creature opens its card, one beside it closes it', async ({ show }) => {
  const { page } = await show({ query: 'hud=1&time=12', members: inventMembers(1, 'dnd') });
  await page.getByRole('combobox', { name: 'Find a member' }).fill('Member 0');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Member 0' });
  await expect(card).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(card).toBeHidden();
  // The finder has brought it to the middle.
  await page.mouse.click(640, 270);
  await expect(card).toBeVisible();
});

test('a name is a name and not markup', async ({ show }) => {
  const [member] = inventMembers(1, 'dnd');
  const username = '<img src=x onerror=alert(1)>';
  const { page } = await show({ query: 'hud=1', members: member ? [{ ...member, username }] : [] });
  await page.getByRole('combobox', { name: 'Find a member' }).fill('<img');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: username })).toBeVisible();
  expect(await page.locator('img').count()).toBe(0);
});

test('help tells the keys, and the question mark opens and closes it', async ({ show }) => {
  const { page } = await show({ query: 'hud=1', members: still });
  await page.getByRole('group', { name: 'Island' }).waitFor();
  const help = page.getByRole('dialog', { name: 'Help' });
  await page.keyboard.press('?');
  await expect(help).toContainText('find a member');
  await page.keyboard.press('?');
  await expect(help).toBeHidden();
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(help).toBeVisible();
});

test('the server list switches to another server, without a reload', async ({ show }) => {
  const { page, source } = await show({ query: 'hud=1', members: still });
  source.sink.servers([
    { guildId: '4242', id: 'g', name: 'Guild', default: true },
    { guildId: '77', id: 'h', name: 'Other' },
  ]);
  source.sink.users('77', inventMembers(3, 'dnd'));
  await page.getByRole('combobox', { name: 'Server' }).selectOption('Other');
  await expect(page.locator('html')).toHaveAttribute('data-guild', '77');
  await expect(page.locator('html')).toHaveAttribute('data-members', '3');
  await expect(page.getByRole('combobox', { name: 'Server' })).toHaveValue('77');
});

test('a server that wants a login is not shown, and the list says so', async ({ show }) => {
  const { page, source } = await show({ query: 'hud=1', members: still });
  source.sink.servers([
    { guildId: '4242', id: 'g', name: 'Guild', default: true },
    { guildId: '77', id: 'h', name: 'Other', passworded: true },
  ]);
  source.sink.users('77', inventMembers(3, 'dnd'));
  const list = page.getByRole('combobox', { name: 'Server' });
  await list.selectOption('Other');
  await expect(list).toHaveValue('4242');
  await expect(page.locator('html')).toHaveAttribute('data-link', 'live');
});
