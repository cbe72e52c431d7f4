/** The URL that is pasted into OBS. */
import { expect, test } from '@playwright/test';
import { overlayUrl } from '../../shared/overlay-url.ts';

const OURS = { host: '127.0.0.1', port: 3000, serverId: 'dworld', foreignPage: false };

test('our overlay needs the server only', () => {
  expect(overlayUrl(OURS)).toBe('http://127.0.0.1:3000/?s=dworld');
  expect(overlayUrl({ ...OURS, serverId: null })).toBe('http://127.0.0.1:3000/?s=default');
  expect(overlayUrl({ ...OURS, serverId: 'a&b=ü' })).toBe(
    'http://127.0.0.1:3000/?s=a%26b%3D%C3%BC',
  );
});

test('another page is told where the socket is', () => {
  const url = new URL(overlayUrl({ ...OURS, foreignPage: true }));
  expect(url.searchParams.get('socketURL')).toBe('ws://127.0.0.1:3000');
});

test('hosts are written as a browser needs them', () => {
  expect(overlayUrl({ ...OURS, host: '::1' })).toBe('http://[::1]:3000/?s=dworld');
  expect(overlayUrl({ ...OURS, host: '0.0.0.0' })).toBe('http://127.0.0.1:3000/?s=dworld');
  expect(overlayUrl({ ...OURS, host: '::' })).toBe('http://[::1]:3000/?s=dworld');
});
