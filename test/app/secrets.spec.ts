/** A token that the streamer enters: kept with the keychain or in memory, and never to be seen again. */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/electron-app.ts';
import { startKeyring, WITH_KEYRING } from '../fixtures/keyring.ts';

const TOKEN = 'MTEyMjMzNDQ1NTY2Nzc4ODk5.Gabcde.a-token-nobody-may-see';

const { pages, community } = strings.window;
const words = community.bot.token;

async function enterToken(page: Page): Promise<void> {
  await page.getByRole('button', { name: pages.community }).click();
  await page.getByRole('radio', { name: community.choice.bot.title }).check();
  await page.getByRole('textbox', { name: words.label }).fill(TOKEN);
  await page.getByRole('button', { name: words.save }).click();
}

/** All that the window is ever told: the state and the event log, as they arrive. */
async function everythingTold(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const bridge = Reflect.get(window, 'dback');
        const told: unknown[] = [];
        const stop = bridge.onStateUpdate((update: unknown) => {
          told.push(update);
          const text = JSON.stringify(told);
          if (!text.includes('"condition":"rehearsal"')) return;
          stop();
          resolve(text + document.documentElement.outerHTML);
        });
        void bridge.watchState().then(() => bridge.changeSetting('mock.enabled', true));
      }),
  );
}

test('without a keyring: in memory, the window says so, and it is nowhere else', async ({
  startApp,
  userDataDir,
}) => {
  const app = await startApp();
  const page = await app.window();
  await enterToken(page);
  await expect(page.getByText(words.place.memory)).toBeVisible();
  const told = await everythingTold(page);
  expect(told).toContain('bot.token');
  expect(told).not.toContain(TOKEN);
  const settings = join(userDataDir, 'settings.json');
  await expect.poll(() => existsSync(settings)).toBe(true);
  for (const entry of await readdir(userDataDir, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    expect(await readFile(join(userDataDir, entry.name), 'latin1')).not.toContain(TOKEN);
  }
  expect(existsSync(join(userDataDir, 'secrets.json'))).toBe(false);
});

test('with a keyring: encrypted, private, and there again at the next start', async ({
  startApp,
  userDataDir,
  dir,
}) => {
  const keyring = await startKeyring(dir);
  const file = join(userDataDir, 'secrets.json');
  const first = await startApp({ switches: WITH_KEYRING });
  const page = await first.window();
  await enterToken(page);
  await expect(page.getByText(words.place.keychain)).toBeVisible();
  expect(await readFile(file, 'utf8')).not.toContain(TOKEN);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await everythingTold(page)).not.toContain(TOKEN);
  await first.closeWindow();
  expect(await first.exited).toBe(0);

  const second = await startApp({ switches: WITH_KEYRING });
  const again = await second.window();
  await again.getByRole('button', { name: pages.community }).click();
  await expect(again.getByText(words.place.keychain)).toBeVisible();
  await again.getByRole('button', { name: words.erase }).click();
  const question = again.getByRole('group', { name: words.erase });
  await question.getByRole('button', { name: words.erase }).click();
  await expect(again.getByRole('textbox', { name: words.label })).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({});
  await keyring.stop();
});

test('from the environment: it wins, and cannot be changed here', async ({ startApp }) => {
  const app = await startApp({ env: { D_BACK_BOT_TOKEN: TOKEN } });
  const page = await app.window();
  await page.getByRole('button', { name: pages.community }).click();
  await page.getByRole('radio', { name: community.choice.bot.title }).check();
  await expect(page.getByText(words.place.environment('D_BACK_BOT_TOKEN'))).toBeVisible();
  const answer = await page.evaluate(() =>
    Reflect.get(window, 'dback').setSecret('bot.token', 'another'),
  );
  const message = strings.errors.secretGiven('D_BACK_BOT_TOKEN');
  expect(answer).toEqual({ ok: false, code: 'failed', message });
});
