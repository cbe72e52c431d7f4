/** The core without tray and window, in both runtimes: starting, ending, starting again. */
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';
import { freePort, holdPort, letGo } from '../fixtures/free-port.ts';
import { RUNTIMES, startHeadless } from '../fixtures/process.ts';

/** Milliseconds from SIGTERM to the end. */
const STOP_TIME = 3_000;

for (const runtime of RUNTIMES) {
  test(`${runtime}: says once that it listens, ends on SIGTERM, starts on the same port again`, async ({
    ending,
    userDataDir,
  }) => {
    const port = await freePort();
    const flags = ['--port', String(port), '--user-data-dir', userDataDir];
    const line = `listening http://127.0.0.1:${port}`;
    for (let start = 0; start < 2; start++) {
      const program = ending(startHeadless(runtime, flags));
      const socketUrl = (await program.listening).replace('http', 'ws');
      const client = await Client.join(socketUrl);
      const closed = client.closed();
      const asked = performance.now();
      expect(await program.stop()).toBe(0);
      expect(performance.now() - asked).toBeLessThan(STOP_TIME);
      expect(await closed).toBe(1001);
      expect(program.stdout).toEqual([line]);
    }
  });

  test(`${runtime}: neither a client that never answers nor a second signal changes how it ends`, async ({
    ending,
    userDataDir,
  }) => {
    const program = ending(startHeadless(runtime, ['--port', '0', '--user-data-dir', userDataDir]));
    const client = await Client.join((await program.listening).replace('http', 'ws'));
    client.webSocket.pause();
    const asked = performance.now();
    program.process.kill('SIGINT');
    expect(await program.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(STOP_TIME);
  });

  test(`${runtime}: a port that is taken is one line and exit code 1`, async ({
    ending,
    userDataDir,
  }) => {
    const port = await freePort();
    const other = await holdPort(port);
    const flags = ['--port', String(port), '--user-data-dir', userDataDir];
    const program = ending(startHeadless(runtime, flags));
    expect(await program.exited).toBe(1);
    expect(program.stdout).toEqual([]);
    const own = program.stderr.filter((line) => line.startsWith('d-back-desktop:'));
    expect(own).toEqual([expect.stringContaining(`Port ${port} is already in use.`)]);
    await letGo(other);
  });
}

test('electron: --headless has neither window nor tray icon', async ({ trayHost, startApp }) => {
  const app = await startApp({ flags: ['--headless'] });
  // By then the shell would long be there.
  await expect.poll(async () => (await app.status())['uptime']).toBeGreaterThan(0);
  expect(await app.windowCount()).toBe(0);
  app.process.kill('SIGTERM');
  expect(await app.exited).toBe(0);
  expect(trayHost.registered).toEqual([]);
});
