/** The window's commands, called with arguments that no honest page would send. */
import type { COMMANDS } from '../../shared/ipc.ts';
import { Client } from '../fixtures/client.ts';
import { expect, test } from '../fixtures/electron-app.ts';

const bad: readonly (readonly [command: keyof typeof COMMANDS, ...args: unknown[]])[] = [
  ['watchState', 1],
  ['changeSetting'],
  ['changeSetting', 'mock.enabled'],
  ['changeSetting', 'mock.enabled', 'yes'],
  ['changeSetting', 'mock.enabled', true, true],
  ['changeSetting', '__proto__', {}],
  ['changeSetting', 'version', 2],
  ['changeSetting', 'server.port', 65_536],
  ['changeSetting', 'server.port', 1.5],
  ['changeSetting', 'server.host', 'a b'],
  ['changeSetting', 'server.allowedOrigins', ['*']],
  ['changeSetting', 'overlay.socketHosts', ['a:1; script-src *']],
  ['copyOverlayUrl'],
  ['copyOverlayUrl', 7],
  ['copyOverlayUrl', 'x'.repeat(65)],
  ['openOverlay', 'https://example.org'],
  ['openDiscord'],
  ['openDiscord', 'http://discord.com/'],
  ['openDiscord', 'https://discord.com.evil.example/'],
  ['openDiscord', 'https://discord.com@evil.example/'],
  ['openDiscord', 'https://discord.com'],
  ['openDiscord', 'https://discord.com\\@evil.example/'],
  ['openDiscord', 'https://evil.example/https://discord.com/'],
  ['openDiscord', 'file:///etc/passwd'],
  ['openDiscord', 'https://discord.com/\n'],
  ['setSecret', 'other.token', 'x'],
  ['setSecret', 'bot.token', 7],
  ['setSecret', 'bot.token', 'x'.repeat(4097)],
  ['createIngestToken', 'x', ['1', 2]],
  ['copyText', null],
  ['disconnectClient', '1'],
  ['disconnectClient', -1],
  ['disconnectClient', Number.NaN],
  ['restartServer', 'other'],
  ['allowOrigin', '*'],
  ['allowOrigin', 'https://example.org/path'],
  ['clearEvents', []],
  ['dismissNotices', null],
];

test('bad arguments are answered, not run', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const answers = await page.evaluate(
    (calls) =>
      Promise.all(calls.map(([name, ...args]) => Reflect.get(window, 'dback')[name](...args))),
    bad,
  );
  for (const [index, answer] of answers.entries()) {
    const refusal = { ok: false, code: 'bad-arguments', message: expect.any(String) };
    expect(answer, JSON.stringify(bad[index])).toEqual(refusal);
  }
});

test('nothing a page can send ends the app or the overlay', async ({ startApp }) => {
  const app = await startApp();
  const page = await app.window();
  const client = await Client.join(app.socketUrl);
  const outcomes = await page.evaluate(callEverythingWithAnything);
  expect(outcomes.count).toBeGreaterThan(500);
  expect(outcomes.odd).toEqual([]);
  await client.settle();
  await expect(page.getByRole('banner')).toContainText(app.url);
});

/** Runs in the page: every command with every odd value, alone, before and after another. */
async function callEverythingWithAnything(): Promise<{ count: number; odd: string[] }> {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const values = [
    ...[undefined, null, true, 0, -0, -1, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 7n],
    ...['', 'x', '\0', '\ud800', '__proto__', 'server.port', 'x'.repeat(100_000)],
    ...[[], {}, [[]], { length: 1 }, cycle, new Array(5), new Map([[1, 2]]), new Date(0)],
    ...[new Uint8Array(9), new Error('odd'), /x/, () => 1, Symbol('s'), document.body, window],
  ];
  const lists = [
    ...values.map((value) => [value]),
    ...values.map((value) => ['mock.seed', value]),
    ...values.map((value) => [value, value, value]),
  ];
  const bridge: Record<string, (...args: unknown[]) => Promise<{ ok: unknown }>> = Reflect.get(
    window,
    'dback',
  );
  const commands = Object.keys(bridge).filter((name) => name !== 'onStateUpdate');
  const calls = commands.flatMap((name) => lists.map((list) => [name, list] as const));
  const odd: string[] = [];
  for (const [name, list] of calls) {
    try {
      const answer = await bridge[name]?.(...list);
      if (typeof answer?.ok !== 'boolean') odd.push(`${name}: ${JSON.stringify(answer)}`);
    } catch (error) {
      // What cannot be copied to another process is refused before it is sent.
      if (!/clone|recursion|dangerous|conver|Symbol/i.test(String(error)))
        odd.push(`${name}: ${error}`);
    }
  }
  return { count: calls.length, odd };
}
