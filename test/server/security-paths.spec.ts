/** No path, however it is spelled, reads a byte outside the pages or the user's folder. */
import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CANARY, makeCanaryFolder } from '../fixtures/canary-folder.ts';
import { expect, test } from '../fixtures/core.ts';
import { exchange, getRequest, type RawResponse } from '../fixtures/raw-http.ts';

const ESCAPES = [
  '/../secret.txt',
  '/../../../../../../../../etc/passwd',
  '/sub/../../secret.txt',
  '/./../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%2E./secret.txt',
  '/%252e%252e/secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/%25252e%25252e/secret.txt',
  '/..\\secret.txt',
  '/..%5csecret.txt',
  '/%5c..%5csecret.txt',
  '/back%5cslash.txt',
  '/..%c0%afsecret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/%u002e%u002e/secret.txt',
  '/../root-secret/secret.txt',
  '/..%2froot-secret%2fsecret.txt',
  '/%00/../secret.txt',
  '/../secret.txt%00.html',
  '/index.html%00',
  '/%',
  '/%zz',
  '/%e0%a4%a',
  '//secret.txt',
  '///etc/passwd',
  '/%2fetc/passwd',
  '/etc/passwd',
  '/.env',
  '/%2eenv',
  '/.git/config',
  '/sub/.htpasswd',
  '/con',
  '/AUX.html',
  '/nul.tar.gz',
  '/com1',
  '/lpt%C2%B9.txt',
  '/index.html::$DATA',
  '/INDEX~1.HTM',
  '/dot.',
  '/blank%20',
  '/C:/secret.txt',
  '/link.txt',
  '/link.txt?x',
  '/link.txt/',
  '/link.txt\xa0',
  '/link.txt#',
  '/link.txt%20',
  '/relative-link.txt',
  '/link-up/secret.txt',
  '/link-up/root-secret/secret.txt',
  '/link-sibling/secret.txt',
  '/link-sibling',
  '/link-outside',
  '/link-outside/',
  '/link-outside/index.html',
  '/linked-index',
  '/linked-index/',
  '/linked-index/index.html',
  '/link-broken',
  '/link-broken/x',
  '/link-loop',
];

/** Every mode refuses with one of these, and Node's own parser with 400. */
const REFUSED = [400, 403, 404];

function expectNothing(target: string, response: RawResponse, dir: string): void {
  const everything = JSON.stringify(response);
  expect(everything, target).not.toContain(CANARY);
  expect(everything, target).not.toContain('root:x:');
  expect(everything, target).not.toContain(dir);
  expect(everything, target).not.toMatch(/\.[jt]s:\d+/);
}

test("a user's folder: nothing outside it, nothing hidden in it", async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  const { port } = await startCore({ settings: { 'server.staticDir': root } });
  for (const target of ESCAPES) {
    for (const absolute of [target, `http://localhost:${port}${target}`]) {
      const response = await exchange(port, getRequest(absolute, `127.0.0.1:${port}`));
      expectNothing(target, response, dir);
      // A loop of links is the folder's own fault.
      const statuses = target === '/link-loop' ? [...REFUSED, 500] : REFUSED;
      expect(statuses, `${target}: ${response.status}`).toContain(response.status);
    }
  }
});

test('our own pages: nothing but the pages', async ({ startCore, dir }) => {
  await makeCanaryFolder(dir);
  const { port } = await startCore();
  for (const target of [...ESCAPES, '/overlay/../../secret.txt', '/assets/..%2fsecret.txt']) {
    const response = await exchange(port, getRequest(target, `127.0.0.1:${port}`));
    expectNothing(target, response, dir);
    expect(REFUSED, `${target}: ${response.status}`).toContain(response.status);
  }
});

test("a user's folder serves what is in it, links inside it included", async ({
  startCore,
  dir,
}) => {
  await makeCanaryFolder(dir);
  await symlink(join(dir, 'root'), join(dir, 'alias'));
  const { url } = await startCore({ settings: { 'server.staticDir': join(dir, 'alias') } });
  const textOf = async (path: string): Promise<string> => (await fetch(url + path)).text();
  expect(await textOf('/')).toContain('chosen');
  expect(await textOf('/?s=default')).toContain('chosen');
  expect(await textOf('/sub')).toBe('sub page');
  expect(await textOf('/link-inside.html')).toBe('sub page');
  expect(await textOf('/gr%C3%BCn%20und%20blau.txt')).toBe('green and blue');
  expect(await textOf('/100%25.txt')).toBe('percent');
});

test('the folder may go away and come back', async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  const { port, url } = await startCore({ settings: { 'server.staticDir': root } });
  await rename(root, join(dir, 'elsewhere'));
  for (const target of ['/', '/index.html', '/sub/', '/nothing']) {
    const response = await exchange(port, getRequest(target, `127.0.0.1:${port}`));
    expect([404, 500]).toContain(response.status);
    expectNothing(target, response, dir);
  }
  expect((await fetch(`${url}/api/version`)).status).toBe(200);
  await rename(join(dir, 'elsewhere'), root);
  expect((await fetch(url)).status).toBe(200);
});

test('a directory leads to itself, never to another host', async ({ startCore, dir }) => {
  const root = await makeCanaryFolder(dir);
  const { port } = await startCore({ settings: { 'server.staticDir': root } });
  const own = `http://127.0.0.1:${port}`;
  const ask = (target: string) => exchange(port, getRequest(target, `127.0.0.1:${port}`));
  expect((await ask('/evil.example')).headers['location']).toBe('/evil.example/');
  for (const target of [
    '//evil.example',
    '//evil.example/..',
    '//evil.example/%2e%2e',
    '/%2fevil.example',
    '/\\evil.example',
    '/%5cevil.example',
    '/sub/..//evil.example',
    `${own}//evil.example`,
    `${own}//evil.example/..`,
  ]) {
    const { status, headers } = await ask(target);
    expect(REFUSED, `${target}: ${status}`).toContain(status);
    expect(headers['location'], target).toBeUndefined();
  }
  for (const target of ['/sub?//evil.example', '/sub//?x', `${own}/sub`, '/empty']) {
    const location = (await ask(target)).headers['location'] ?? '/';
    expect(new URL(location, own).origin, target).toBe(own);
  }
});
