/** The settings file of the real app: recovered, written privately, read again. */
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/electron-app.ts';

const TRUNCATED = '{"version":1,"mock":{"enab';

async function modeOf(file: string): Promise<string> {
  return ((await stat(file)).mode & 0o777).toString(8);
}

test('a truncated file is kept beside, the app starts with the standard ones and says so', async ({
  startApp,
  userDataDir,
}) => {
  const file = join(userDataDir, 'settings.json');
  await mkdir(userDataDir, { recursive: true });
  await writeFile(file, TRUNCATED);
  const app = await startApp();
  const page = await app.window();
  const notices = page.getByRole('region', { name: strings.window.notices });
  await expect(notices).toContainText(strings.notice['settings-recovered'].title);
  const kept = (await readdir(userDataDir)).filter((name) => name.startsWith('settings.broken-'));
  expect(kept).toHaveLength(1);
  await expect(notices).toContainText(kept[0] ?? '');
  expect(await readFile(join(userDataDir, kept[0] ?? ''), 'utf8')).toBe(TRUNCATED);
  await notices.getByRole('button', { name: strings.window.dismiss }).click();
  await expect(notices).toBeHidden();
});

test('a change is saved privately and found at the next start; flags are not saved', async ({
  startApp,
  userDataDir,
}) => {
  const file = join(userDataDir, 'settings.json');
  const saved = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
  const first = await startApp({ flags: ['--host', 'localhost'] });
  const page = await first.window();
  await page.getByRole('switch', { name: strings.window.rehearsal.label }).click();
  await expect.poll(saved).toEqual({ version: 1, mock: { enabled: true } });
  expect(await modeOf(file)).toBe('600');
  await first.closeWindow();
  expect(await first.exited).toBe(0);

  // As after editing it by hand with an editor that does not care.
  await chmod(file, 0o644);
  const second = await startApp();
  const again = await second.window();
  const rehearsal = again.getByRole('switch', { name: strings.window.rehearsal.label });
  await expect(rehearsal).toBeChecked();
  await rehearsal.click();
  await expect.poll(saved).toEqual({ version: 1, mock: { enabled: false } });
  expect(await modeOf(file)).toBe('600');
});
