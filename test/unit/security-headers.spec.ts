/** What a page of ours, and one of the user's folder, may do in the browser. */
import { expect, test } from '@playwright/test';
import { ownAuthorities } from '../../main/core/server/request-policy.ts';
import { type HeaderPolicy, securityHeaders } from '../../main/core/server/security-headers.ts';
import { WINDOW_SCHEME } from '../../shared/ipc.ts';

const OWN = ownAuthorities(3000, []);
const SOCKETS = ['ws://127.0.0.1:3000', 'ws://localhost:3000'];

function directives(policy: HeaderPolicy, hosts?: readonly string[]): Map<string, string[]> {
  const csp = securityHeaders(policy, OWN, hosts)['Content-Security-Policy'] ?? '';
  return new Map(
    csp.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

for (const policy of ['own-pages', 'user-folder'] as const) {
  test(`${policy}: no sniffing, no referrer, nothing for other origins`, () => {
    expect(securityHeaders(policy, OWN)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Frame-Options': 'SAMEORIGIN',
    });
    const names = Object.keys(securityHeaders(policy, OWN)).join().toLowerCase();
    expect(names).not.toContain('access-control');
  });
}

test('our pages: nothing inline, nothing evaluated, no other origin', () => {
  const csp = directives('own-pages');
  expect(csp.get('default-src')).toEqual(["'none'"]);
  expect(csp.get('script-src')).toEqual(["'self'"]);
  expect(csp.get('style-src')).toEqual(["'self'"]);
  expect(csp.get('connect-src')).toEqual(["'self'", ...SOCKETS]);
  expect(csp.get('base-uri')).toEqual(["'none'"]);
  expect(csp.get('form-action')).toEqual(["'none'"]);
  expect(csp.get('frame-ancestors')).toEqual([`${WINDOW_SCHEME}:`]);
  expect([...csp.values()].flat().join(' ')).not.toMatch(/unsafe|\*|https?:/);
});

test("a user's folder: inline scripts and Discord, and still no other origin", () => {
  const csp = directives('user-folder');
  expect(csp.get('default-src')).toEqual(["'self'"]);
  expect(csp.get('script-src')).toEqual(["'self'", "'unsafe-inline'"]);
  expect(csp.get('connect-src')).toEqual([
    "'self'",
    ...SOCKETS,
    'https://discord.com',
    'https://discordapp.com',
  ]);
  expect(csp.get('object-src')).toEqual(["'none'"]);
  expect(csp.get('frame-ancestors')).toEqual(["'self'", `${WINDOW_SCHEME}:`]);
  const sources = [...csp.values()].flat();
  expect(sources).not.toContain("'unsafe-eval'");
  expect(sources.filter((source) => /^(\*|https?:|wss?:)\/*$/.test(source))).toEqual([]);
});

for (const policy of ['own-pages', 'user-folder'] as const) {
  test(`${policy}: the sockets of allowed hosts, and nothing that is no host`, () => {
    const before = directives(policy);
    const hosts = ['relay.example:443', 'x; script-src *', 'a:1\r\nX-Evil: 1', '*:80', "'self'"];
    const after = directives(policy, hosts);
    const [self = '', ...rest] = before.get('connect-src') ?? [];
    const more = ['ws://relay.example:443', 'wss://relay.example:443'];
    expect(after.get('connect-src')).toEqual([self, ...SOCKETS, ...more, ...rest.slice(2)]);
    after.set('connect-src', before.get('connect-src') ?? []);
    expect(after).toEqual(before);
  });
}
