/** The hosts the streamer lets the overlay connect to: in its policy, and in the page itself. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCanaryFolder } from '../fixtures/canary-folder.ts';
import { expect, type TestCore, test } from '../fixtures/core.ts';

const page = (hosts: string): string =>
  `<!doctype html><meta name="socket-hosts" content="${hosts}" /><title>built-in</title>`;

async function makePages(dir: string): Promise<string> {
  const folder = join(dir, 'built');
  await mkdir(join(folder, 'overlay'), { recursive: true });
  await writeFile(join(folder, 'overlay', 'index.html'), page(''));
  return folder;
}

const ADDRESSES = ['/', '/index.html', '/overlay/index.html', '/?s=x'];

async function load(core: TestCore, path = '/', etag?: string) {
  const headers = etag === undefined ? {} : { 'If-None-Match': etag };
  const response = await fetch(core.url + path, { headers });
  const policy = response.headers.get('content-security-policy') ?? '';
  return {
    status: response.status,
    etag: response.headers.get('etag') ?? '',
    length: response.headers.get('content-length'),
    names: [...response.headers.keys()],
    connect: /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ').slice(3) ?? [],
    policy,
    body: await response.text(),
  };
}

test('nothing is allowed until the settings say so', async ({ startCore, dir }) => {
  const core = await startCore({ pagesDir: await makePages(dir) });
  const { body, connect } = await load(core);
  expect(body).toBe(page(''));
  expect(connect).toEqual([]);
});

test('allowed hosts are in the page and its policy, at every address of it', async ({
  startCore,
  dir,
}) => {
  const settings = { 'overlay.socketHosts': ['relay.example:443', '192.0.2.7:3000'] };
  const core = await startCore({ pagesDir: await makePages(dir), settings });
  for (const path of ADDRESSES) {
    const { body, connect, length } = await load(core, path);
    expect(body).toBe(page('relay.example:443 192.0.2.7:3000'));
    expect(length).toBe(String(body.length));
    expect(connect).toEqual([
      'ws://relay.example:443',
      'wss://relay.example:443',
      'ws://192.0.2.7:3000',
      'wss://192.0.2.7:3000',
    ]);
  }
});

test('the built page has a place for them', async ({ startCore }) => {
  const pagesDir = fileURLToPath(new URL('../../out/renderer', import.meta.url));
  const settings = { 'overlay.socketHosts': ['relay.example:443'] };
  const core = await startCore({ pagesDir, settings });
  expect((await load(core)).body).toContain('name="socket-hosts" content="relay.example:443"');
});

test('a change counts from the next load on, and a kept page is known to be old', async ({
  startCore,
  dir,
}) => {
  const core = await startCore({ pagesDir: await makePages(dir) });
  const before = await load(core);
  expect((await load(core, '/', before.etag)).status).toBe(304);
  core.commands.changeSetting('overlay.socketHosts', ['relay.example:443']);
  const after = await load(core, '/', before.etag);
  expect(after.status).toBe(200);
  expect(after.body).toBe(page('relay.example:443'));
  expect(after.connect).toHaveLength(2);
  expect((await load(core, '/', after.etag)).status).toBe(304);
  await core.commands.restartServer('same');
  const restarted = { ...core, url: `http://127.0.0.1:${portOf(core)}` };
  expect(await load(restarted)).toMatchObject({ body: after.body, etag: after.etag });
  core.commands.changeSetting('overlay.socketHosts', []);
  expect(await load(restarted)).toMatchObject({ body: before.body, etag: before.etag });
});

test('what is no host gets into no header and no page, whatever let it through', async ({
  startCore,
  dir,
}) => {
  const hostile = [
    "a:1; script-src 'unsafe-inline'",
    'a:1\r\nX-Evil: 1\r\n\r\n<script>alert(1)</script>',
    '"><script>alert(1)</script>',
    '$&$1$`',
    '*',
    'https://evil.example',
  ];
  const pagesDir = await makePages(dir);
  const core = await startCore({ pagesDir, settings: { 'overlay.socketHosts': hostile } });
  const clean = await startCore({ pagesDir });
  const [injected, usual] = [await load(core), await load(clean)];
  expect(injected.body).toBe(page(''));
  expect(injected.names).toEqual(usual.names);
  expect(injected.policy.replaceAll(String(core.port), 'P')).toBe(
    usual.policy.replaceAll(String(clean.port), 'P'),
  );
});

test("a user's own overlay may connect there too, and its files stay as they are", async ({
  startCore,
  dir,
}) => {
  const staticDir = await makeCanaryFolder(dir);
  await writeFile(join(staticDir, 'index.html'), page(''));
  const settings = { 'server.staticDir': staticDir, 'overlay.socketHosts': ['relay.example:443'] };
  const core = await startCore({ settings });
  const { body, policy } = await load(core);
  expect(body).toBe(page(''));
  expect(policy).toContain(' ws://relay.example:443 wss://relay.example:443 ');
});

function portOf(core: TestCore): number {
  const { server } = core.store.state;
  return server.phase === 'listening' ? server.port : 0;
}
