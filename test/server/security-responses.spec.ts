/** What every answer carries, and which methods and sizes get no answer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CANARY, makeCanaryFolder } from '../fixtures/canary-folder.ts';
import { expect, test } from '../fixtures/core.ts';
import { exchange, getRequest, request } from '../fixtures/raw-http.ts';

const METHODS = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];
const FOREIGN = [
  'Origin: http://evil.example',
  'Cookie: a=b',
  'Access-Control-Request-Method: GET',
];

for (const mode of ['own pages', 'user folder']) {
  test(`${mode}: every answer has the headers, none opens up to a foreign Origin`, async ({
    startCore,
    dir,
  }) => {
    const staticDir = mode === 'user folder' ? await makeCanaryFolder(dir) : null;
    const { port } = await startCore({ settings: { 'server.staticDir': staticDir } });
    const host = `127.0.0.1:${port}`;
    const seen = new Map<number, string>();
    for (const text of [
      getRequest('/', host, FOREIGN),
      getRequest('/sub', host, FOREIGN),
      getRequest('/link.txt', host, FOREIGN),
      getRequest('/%2e%2e/x', host, FOREIGN),
      getRequest('/%zz', host, FOREIGN),
      getRequest('/api/version', host, FOREIGN),
      getRequest('/api/status', host, FOREIGN),
      getRequest('/', 'evil.example', FOREIGN),
      request(['OPTIONS / HTTP/1.1', `Host: ${host}`, ...FOREIGN, 'Connection: close']),
    ]) {
      const { status, headers, body } = await exchange(port, text);
      const what = `${status} for ${text.split('\r\n')[0]}`;
      seen.set(status, what);
      expect(headers['x-content-type-options'], what).toBe('nosniff');
      expect(headers['referrer-policy'], what).toBe('no-referrer');
      expect(headers['cross-origin-resource-policy'], what).toBe('same-origin');
      // Either the page's own policy or, on error pages, the older header.
      expect(headers['content-security-policy'], what).toMatch(/default-src '(none|self)'/);
      expect(headers['x-frame-options'], what).toBe('SAMEORIGIN');
      if (status === 200) expect(headers['content-security-policy']).toMatch(/frame-ancestors/);
      expect(Object.keys(headers).join(), what).not.toContain('access-control');
      expect(headers['set-cookie'], what).toBeUndefined();
      expect(headers['x-powered-by'] ?? headers['server'], what).toBeUndefined();
      expect(body, what).not.toMatch(/\.[jt]s:\d+|node_modules/);
      expect(body, what).not.toContain(dir);
    }
    const statuses = mode === 'user folder' ? [200, 301, 400, 403, 404, 405] : [200, 400, 403, 404];
    expect([...seen.keys()]).toEqual(expect.arrayContaining(statuses));
  });

  test(`${mode}: only GET and HEAD`, async ({ startCore, dir }) => {
    const staticDir = mode === 'user folder' ? await makeCanaryFolder(dir) : null;
    const { port } = await startCore({ settings: { 'server.staticDir': staticDir } });
    for (const method of METHODS) {
      for (const path of ['/', '/nothing', '/api/version']) {
        const lines = [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`];
        const body = ['Content-Length: 5', 'Connection: close'];
        const answer = await exchange(port, `${request([...lines, ...body])}<b>!!`);
        expect(answer.status, `${method} ${path}`).toBe(405);
        expect(answer.headers['allow']).toBe('GET, HEAD');
        expect(answer.body).not.toContain('<b>');
      }
    }
    const tunnel = request(['CONNECT evil.example:443 HTTP/1.1', `Host: 127.0.0.1:${port}`]);
    expect((await exchange(port, tunnel)).status).toBe(0);
    expect((await exchange(port, getRequest('/', `127.0.0.1:${port}`))).status).toBe(200);
  });
}

test('error pages are escaped', async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  const { port } = await startCore({ settings: { 'server.staticDir': root } });
  for (const target of [
    '/<script>alert(1)</script>',
    '/%3Cscript%3Ealert(1)',
    '/"><img>',
    "/'-'",
  ]) {
    const answer = await exchange(port, getRequest(target, `127.0.0.1:${port}`));
    expect(answer.status, target).toBe(404);
    expect(answer.body, target).not.toMatch(/<script|<img|"><|'-'/);
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'");
  }
});

test('a URL or a header of 20 kB is too long', async ({ startCore }) => {
  const { port } = await startCore();
  const host = `127.0.0.1:${port}`;
  const long = 'x'.repeat(20_000);
  expect([414, 431]).toContain((await exchange(port, getRequest(`/${long}`, host))).status);
  expect([414, 431]).toContain((await exchange(port, getRequest(`/?${long}`, host))).status);
  expect((await exchange(port, getRequest('/', host, [`X-Long: ${long}`]))).status).toBe(431);
  const shorter = long.slice(0, 10_000);
  expect((await exchange(port, getRequest(`/?${shorter}`, host))).status).toBe(200);
});

test('HEAD has the headers of GET and no body', async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  for (const staticDir of [null, root]) {
    const { port } = await startCore({ settings: { 'server.staticDir': staticDir } });
    for (const path of ['/', '/api/version', '/nothing']) {
      const getText = getRequest(path, `127.0.0.1:${port}`);
      const get = await exchange(port, getText);
      const head = await exchange(port, getText.replace('GET', 'HEAD'));
      expect(head.status, path).toBe(get.status);
      expect(head.body, path).toBe('');
      if (get.status !== 200) continue;
      expect(head.headers['content-length'], path).toBe(get.headers['content-length']);
    }
  }
});

test('who has a page already is told so, with the headers', async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  for (const staticDir of [null, root]) {
    const { port } = await startCore({ settings: { 'server.staticDir': staticDir } });
    const host = `127.0.0.1:${port}`;
    const { headers } = await exchange(port, getRequest('/', host));
    const etag = headers['etag'] ?? '';
    expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
    const again = await exchange(port, getRequest('/', host, [`If-None-Match: ${etag}`]));
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers['x-content-type-options']).toBe('nosniff');
    const changed = await exchange(port, getRequest('/', host, ['If-None-Match: "other"']));
    expect(changed.status).toBe(200);
  }
});

test("a range of a user's file, and one that is not there", async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  await writeFile(join(root, 'sound.ogg'), '0123456789');
  const { port } = await startCore({ settings: { 'server.staticDir': root } });
  const ask = (target: string, range: string) =>
    exchange(port, getRequest(target, `127.0.0.1:${port}`, [`Range: bytes=${range}`]));
  expect(await ask('/sound.ogg', '2-4')).toMatchObject({ status: 206, body: '234' });
  expect(await ask('/sound.ogg', '-3')).toMatchObject({ status: 206, body: '789' });
  expect((await ask('/sound.ogg', '50-60')).status).toBe(416);
  const many = Array.from({ length: 500 }, () => '0-').join(',');
  expect((await ask('/sound.ogg', many)).body.length).toBeLessThan(1000);
  expect(JSON.stringify(await ask('/link.txt', '0-9'))).not.toContain(CANARY.slice(0, 6));
});
