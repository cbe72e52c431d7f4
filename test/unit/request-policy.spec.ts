/** The rules for Host, target, path, Origin and address, as tables of spellings. */
import { expect, test } from '@playwright/test';
import {
  checkHost,
  checkPath,
  checkTarget,
  isOriginAllowed,
  isThisMachine,
  ownAuthorities,
} from '../../main/core/server/request-policy.ts';

const OWN = ownAuthorities(3000, ['192.168.1.5', 'Studio.local']);

const hosts: readonly (readonly [headers: readonly string[], status: 200 | 400 | 403])[] = [
  [['Host', '127.0.0.1:3000'], 200],
  [['host', 'localhost:3000'], 200],
  [['HOST', 'LOCALHOST:3000'], 200],
  [['Host', '[::1]:3000'], 200],
  [['Host', '192.168.1.5:3000'], 200],
  [['Host', 'studio.LOCAL:3000'], 200],
  [['Host', 'localhost.:3000'], 403],
  [['Host', '127.0.0.1'], 403],
  [['Host', 'localhost'], 403],
  [['Host', '127.0.0.1:'], 403],
  [['Host', '127.0.0.1:3001'], 403],
  [['Host', '127.0.0.1:03000'], 403],
  [['Host', '127.0.0.1:30000'], 403],
  [['Host', '127.0.0.2:3000'], 403],
  [['Host', '127.1:3000'], 403],
  [['Host', '2130706433:3000'], 403],
  [['Host', '0.0.0.0:3000'], 403],
  [['Host', '::1:3000'], 403],
  [['Host', '[::ffff:127.0.0.1]:3000'], 403],
  [['Host', 'evil.example:3000'], 403],
  [['Host', 'evil.example'], 403],
  [['Host', '127.0.0.1:3000.evil.example'], 403],
  [['Host', 'evil.example/127.0.0.1:3000'], 403],
  [['Host', 'user@127.0.0.1:3000'], 403],
  [['Host', '127.0.0.1:3000@evil.example'], 403],
  [['Host', '127.0.0.1:3000, evil.example'], 403],
  [['Host', 'http://127.0.0.1:3000'], 403],
  [['Host', ''], 400],
  [[], 400],
  [['X-Host', '127.0.0.1:3000', 'Accept', 'Host'], 400],
  [['Accept', 'host', '127.0.0.1:3000', 'host'], 400],
  [['Host', '127.0.0.1:3000', 'Host', '127.0.0.1:3000'], 400],
  [['Host', '127.0.0.1:3000', 'hOST', 'evil.example'], 400],
  [['Host', 'evil.example', 'Host', '127.0.0.1:3000'], 400],
];

for (const [headers, status] of hosts) {
  test(`host ${JSON.stringify(headers)} is ${status}`, () => {
    const verdict = checkHost(headers, OWN);
    expect(verdict.ok ? 200 : verdict.status).toBe(status);
  });
}

test('the port may be left out where it is the usual one, and only there', () => {
  expect(checkHost(['Host', 'localhost'], ownAuthorities(80, [])).ok).toBe(true);
  expect(checkHost(['Host', 'localhost'], ownAuthorities(443, [])).ok).toBe(false);
});

const targets: readonly (readonly [target: string, answer: string | 400 | 403])[] = [
  ['/', '/'],
  ['/a/b.js?x=/../#', 400],
  ['/a/b.js?x=/../', '/a/b.js'],
  ['/?', '/'],
  ['//evil.example/x', '//evil.example/x'],
  ['http://127.0.0.1:3000', '/'],
  ['HTTP://LocalHost:3000/a?b', '/a'],
  ['http://[::1]:3000/a', '/a'],
  ['http://127.0.0.1:3000?x', 400],
  ['http://127.0.0.1:3001/', 403],
  ['http://evil.example/', 403],
  ['http://evil.example:3000/', 403],
  ['http://127.0.0.1:3000@evil.example/', 403],
  ['http://user:secret@127.0.0.1:3000/', 403],
  ['http://127.0.0.1:3000\\@evil.example/', 403],
  ['http:///etc/passwd', 403],
  ['https://127.0.0.1:3000/', 400],
  ['file:///etc/passwd', 400],
  ['127.0.0.1:3000', 400],
  ['*', 400],
  ['', 400],
  ['etc/passwd', 400],
  // What another parser would trim or repair, and so take for another path.
  ['/link\u00a0', 400],
  ['/link\ufeff', 400],
  ['/link ', 400],
  ['/link\t', 400],
  ['/link#', 400],
  ['/grün', 400],
];

for (const [target, answer] of targets) {
  test(`target ${JSON.stringify(target)} is ${answer}`, () => {
    const verdict = checkTarget(target, OWN);
    expect(verdict.ok ? verdict.path : verdict.status).toBe(answer);
  });
}

const paths: readonly (readonly [path: string, answer: string | 400 | 404])[] = [
  ['/', '/'],
  ['/index.html', '/index.html'],
  ['/a%20b/gr%C3%BCn.png', '/a b/grün.png'],
  ['/sub//x', '/sub//x'],
  ['/console.js', '/console.js'],
  ['/com10/lpt', '/com10/lpt'],
  ['/100%25', '/100%'],
  ['/..', 404],
  ['/../x', 404],
  ['/a/../../x', 404],
  ['/a/./b', 404],
  ['/%2e%2e/x', 404],
  ['/..%2fx', 404],
  ['/%252e%252e%252fx', 400],
  ['/%25%32%65', 400],
  ['/..\\x', 400],
  ['/..%5cx', 400],
  ['/x%00.html', 400],
  ['/x%0d%0aSet-Cookie:%20a=b', 400],
  ['/x%7f', 400],
  ['/%', 400],
  ['/%zz', 400],
  ['/%c0%ae%c0%ae/x', 400],
  ['/%ff', 400],
  ['//x', 404],
  ['/%2fx', 404],
  ['/.env', 404],
  ['/%2eenv', 404],
  ['/a/.git/config', 404],
  ['/con', 404],
  ['/CON.txt', 404],
  ['/a/Aux/b', 404],
  ['/nul.tar.gz', 404],
  ['/com1', 404],
  ['/LPT%C2%B9.txt', 404],
  ['/conin$', 404],
  ['/x.html::$DATA', 404],
  ['/C:/x', 404],
  ['/x.html.', 404],
  ['/x.html%20', 404],
  ['/a%20/x', 404],
  ['/PROGRA~1/x', 404],
];

for (const [path, answer] of paths) {
  test(`path ${path} is ${answer}`, () => {
    const verdict = checkPath(path);
    expect(verdict.ok ? verdict.path : verdict.status).toBe(answer);
  });
}

const LISTED = ['https://example.org', 'null', 'http://absolute'];

const origins: readonly (readonly [origin: string | undefined, isAllowed: boolean])[] = [
  [undefined, true],
  ['http://127.0.0.1:3000', true],
  ['http://localhost:3000', true],
  ['http://[::1]:3000', true],
  ['https://example.org', true],
  ['https://EXAMPLE.org', false],
  ['https://example.org/', false],
  ['https://example.org:443', false],
  ['http://example.org', false],
  ['https://example.org.evil.example', false],
  ['https://sub.example.org', false],
  ['https://evil-example.org', false],
  ['null', false],
  ['http://absolute', false],
  ['file://', false],
  ['', false],
  ['http://evil.example', false],
  ['http://evil.example:3000', false],
  ['https://127.0.0.1:3000', false],
  ['ws://127.0.0.1:3000', false],
  ['http://127.0.0.1', false],
  ['http://127.0.0.1:3001', false],
  ['http://127.0.0.1:30000', false],
  ['http://127.0.0.1:3000.evil.example', false],
  ['http://127.0.0.1:3000@evil.example', false],
  ['http://127.0.0.1:3000, http://127.0.0.1:3000', false],
];

for (const [origin, isAllowed] of origins) {
  test(`origin ${JSON.stringify(origin)} is ${isAllowed ? 'let in' : 'refused'}`, () => {
    expect(isOriginAllowed(origin, OWN, LISTED)).toBe(isAllowed);
  });
}

const addresses: readonly (readonly [address: string | undefined, isOurs: boolean])[] = [
  ['127.0.0.1', true],
  ['127.9.8.7', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.168.1.5', true],
  ['fe80::1%eth0', true],
  ['192.168.1.6', false],
  ['10.127.0.1', false],
  ['127.0.0.1.evil.example', false],
  ['::2', false],
  [undefined, false],
];

for (const [address, isOurs] of addresses) {
  test(`address ${address} is ${isOurs ? 'ours' : 'foreign'}`, () => {
    expect(isThisMachine(address, ['192.168.1.5', 'fe80::1'])).toBe(isOurs);
  });
}
