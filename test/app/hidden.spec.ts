/** Starting without a window, where a tray is there to open it from. */
import { strings } from '../../shared/strings/index.ts';
import { expect, test } from '../fixtures/electron-app.ts';
import { type Program, startElectron } from '../fixtures/process.ts';

test('--hidden starts without a window where there is a tray', async ({ trayHost, startApp }) => {
  const app = await startApp({ flags: ['--hidden'] });
  const item = await trayHost.nextItem();
  await expect.poll(() => item.menu()).toContain(strings.tray.quit);
  expect(await app.windowCount()).toBe(0);
});

test('--hidden is refused with a reason where nothing shows tray icons', async ({
  ending,
  userDataDir,
}) => {
  await expectRefusal(ending(startElectron(flags(userDataDir))));
});

test.describe('with a watcher for tray icons, but no panel', () => {
  test.use({ hasPanel: false });

  test('--hidden is refused too', async ({ trayHost, ending, userDataDir }) => {
    await expectRefusal(ending(startElectron(flags(userDataDir))));
    expect(trayHost.registered).toEqual([]);
  });
});

function flags(userDataDir: string): string[] {
  return ['--hidden', '--port', '0', '--user-data-dir', userDataDir];
}

async function expectRefusal(program: Program): Promise<void> {
  expect(await program.exited).toBe(2);
  const own = program.stderr.filter((line) => line.startsWith('d-back-desktop:'));
  expect(own).toEqual(['d-back-desktop: --hidden needs a system tray, and this desktop has none.']);
}
