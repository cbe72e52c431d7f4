/** What may be put on the list of allowed origins. */
import { expect, test } from '@playwright/test';
import { isOrigin } from '../../shared/settings/server.ts';

const good = [
  'https://example.org',
  'http://localhost:8080',
  'obs-browser://page',
  'http://[::1]:1',
];
const bad = [
  'null',
  'http://absolute',
  'https://example.org/',
  'https://user@example.org',
  'https://',
  'example.org',
  'https://a b',
  `https://${'a'.repeat(300)}`,
  '',
  7,
  null,
];

for (const origin of good) test(`${origin} may`, () => expect(isOrigin(origin)).toBe(true));
for (const origin of bad) {
  test(`${JSON.stringify(origin).slice(0, 40)} may not`, () =>
    expect(isOrigin(origin)).toBe(false));
}
