/** What the overlay page reads from its address, and what it ignores. */
import { expect, test } from '@playwright/test';
import {
  type Parameters,
  readParameters,
  readSocketHosts,
} from '../../renderer/overlay/parameters.ts';

const PAGE = 'http://127.0.0.1:3000/';
const read = (query: string): Parameters => readParameters(`${PAGE}?${query}`);

test('an address without parameters means the defaults', () => {
  expect(readParameters(PAGE)).toEqual({
    server: null,
    socketUrl: 'ws://127.0.0.1:3000/',
    key: null,
    zoom: 'fit',
    anchorX: 0.5,
    anchorY: 0.5,
    background: null,
    names: 'speaking',
    bubbles: true,
    text: true,
    hideOffline: false,
    max: 10_000,
    fps: null,
    seed: null,
    theme: 'meadow',
    hour: null,
    hud: false,
    still: false,
  });
});

const table: readonly [string, Partial<Parameters>][] = [
  ['s=dworld', { server: 'dworld' }],
  ['s=%20dworld%20', { server: 'dworld' }],
  ['s=%20', { server: null }],
  [`s=${'x'.repeat(101)}`, { server: null }],
  ['bg=none', { background: null }],
  ['bg=00FF00', { background: '#00ff00' }],
  ['bg=%2300f', { background: '#00f' }],
  ['bg=00ff0080', { background: '#00ff0080' }],
  ['bg=00ff0', { background: null }],
  ['bg=Green', { background: 'green' }],
  ['bg=url(x)', { background: null }],
  ['names=always', { names: 'always' }],
  ['names=hover', { names: 'hover' }],
  ['names=never', { names: 'never' }],
  ['names=sometimes', { names: 'speaking' }],
  ['max=1', { max: 1 }],
  ['max=0', { max: 10_000 }],
  ['max=10001', { max: 10_000 }],
  ['max=1e3', { max: 10_000 }],
  ['seed=4294967295', { seed: 4294967295 }],
  ['seed=4294967296', { seed: null }],
  ['seed=-1', { seed: null }],
  ['still', { still: true }],
  ['still=1', { still: true }],
  ['still=0', { still: false }],
  ['zoom=3', { zoom: 3 }],
  ['zoom=9', { zoom: 'fit' }],
  ['zoom=2.5', { zoom: 'fit' }],
  ['zoom=fit', { zoom: 'fit' }],
  ['x=25&y=80', { anchorX: 0.25, anchorY: 0.8 }],
  ['x=12.5&y=0', { anchorX: 0.125, anchorY: 0 }],
  ['x=101&y=-1', { anchorX: 0.5, anchorY: 0.5 }],
  ['x=left', { anchorX: 0.5 }],
  ['bubbles=0', { bubbles: false }],
  ['bubbles=maybe', { bubbles: true }],
  ['text=0', { text: false }],
  ['text=false', { text: false }],
  ['hideOffline=1', { hideOffline: true }],
  ['hideOffline=0', { hideOffline: false }],
  ['hideOffline', { hideOffline: true }],
  ['fps=30', { fps: 30 }],
  ['fps=0', { fps: null }],
  ['fps=241', { fps: null }],
  ['theme=snow', { theme: 'snow' }],
  ['theme=__proto__', { theme: 'meadow' }],
  ['time=18', { hour: 18 }],
  ['time=6.5', { hour: 6.5 }],
  ['time=18:30', { hour: 18.5 }],
  ['time=24', { hour: 24 }],
  ['time=24:01', { hour: null }],
  ['time=12:60', { hour: null }],
  ['time=noon', { hour: null }],
  ['hud=1', { hud: true }],
  ['hud=0', { hud: false }],
  ['key=abc_DEF-123', { socketUrl: 'ws://127.0.0.1:3000/', key: 'abc_DEF-123' }],
  ['key=a%26b', { key: null }],
  [`key=${'x'.repeat(129)}`, { key: null }],
];

for (const [query, expected] of table) {
  test(`${query.slice(0, 40)} is read as ${JSON.stringify(expected)}`, () => {
    expect(read(query)).toMatchObject(expected);
  });
}

test('the socket may be at another path, but not at another host', () => {
  const own = 'ws://127.0.0.1:3000/';
  const socketUrl = (url: string): string => read(`socketURL=${encodeURIComponent(url)}`).socketUrl;
  expect(socketUrl('ws://127.0.0.1:3000')).toBe(own);
  expect(socketUrl('ws://127.0.0.1:3000/ws?a=1#b')).toBe('ws://127.0.0.1:3000/ws?a=1');
  for (const refused of [
    'ws://evil.example/',
    'ws://127.0.0.1:3001/',
    'ws://127.0.0.1:3000@evil.example/',
    'ws://user@127.0.0.1:3000/',
    'http://127.0.0.1:3000/',
    'javascript:alert(1)',
    'nonsense',
    '',
  ]) {
    expect(socketUrl(refused), refused).toBe(own);
  }
});

test('a page that came encrypted links encrypted', () => {
  expect(readParameters('https://example.org/').socketUrl).toBe('wss://example.org/');
  const downgraded = readParameters('https://example.org/?socketURL=ws://example.org/');
  expect(downgraded.socketUrl).toBe('wss://example.org/');
});

test('the socket may be at a host that the settings allow, on the very port', () => {
  const own = 'ws://127.0.0.1:3000/';
  const allowed = ['Relay.example:443', '192.0.2.7:3000', 'plain.example:80'];
  const socketUrl = (url: string, page = PAGE): string =>
    readParameters(`${page}?socketURL=${encodeURIComponent(url)}`, allowed).socketUrl;
  for (const taken of [
    'wss://relay.example/',
    'wss://relay.example/ws?a=1',
    'ws://192.0.2.7:3000/',
    'wss://192.0.2.7:3000/',
    'ws://plain.example/',
    'ws://127.0.0.1:3000/ws',
  ]) {
    expect(socketUrl(taken), taken).toBe(taken);
  }
  expect(socketUrl('wss://RELAY.example:443')).toBe('wss://relay.example/');
  for (const refused of [
    'ws://relay.example/',
    'wss://relay.example:444/',
    'wss://plain.example/',
    'ws://192.0.2.7/',
    'wss://a.relay.example/',
    'wss://relay.example.evil.example/',
    'wss://relay.example:443@evil.example/',
    'wss://user@relay.example/',
    'wss://:password@relay.example/',
    'https://relay.example/',
  ]) {
    expect(socketUrl(refused), refused).toBe(own);
  }
  const secure = 'https://example.org/';
  expect(socketUrl('wss://relay.example/', secure)).toBe('wss://relay.example/');
  expect(socketUrl('ws://192.0.2.7:3000/', secure)).toBe('wss://example.org/');
});

test("the hosts are those of the page's list, of which there may be none", () => {
  expect(readSocketHosts('a.example:1 b.example:2')).toEqual(['a.example:1', 'b.example:2']);
  expect(readSocketHosts('')).toEqual([]);
  expect(readSocketHosts(undefined)).toEqual([]);
});
