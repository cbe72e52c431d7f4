/** Frames and texts from outside: read when they are good, harmless in any case. */
import { expect, test } from '@playwright/test';
import { plainLine, plainText } from '../../renderer/overlay/plain-text.ts';
import { readServerFrame, type ServerNews } from '../../renderer/overlay/server-frame.ts';

const read = (frame: unknown): ServerNews | null => readServerFrame(JSON.stringify(frame));

test('what is no frame is nothing', () => {
  for (const data of ['', '{bad', 'null', '[]', '"text"', '7', '{}', '{"type":3}']) {
    expect(readServerFrame(data), data).toBeNull();
  }
  expect(readServerFrame(new ArrayBuffer(2))).toBeNull();
  expect(readServerFrame(undefined)).toBeNull();
});

test('a frame that makes no sense is still a sign of life', () => {
  for (const frame of [
    { type: 'hello', data: {} },
    { type: 'message' },
    { type: 'message', data: 3 },
    { type: 'message', server: '1', data: { uid: 4, message: 'x' } },
    { type: 'message', server: '1', data: { uid: '4', message: '\u200b' } },
    { type: 'presence', data: { uid: '4', status: 'online' } },
    { type: 'server-join', data: { users: 3 } },
    { type: 'error', data: { message: { toString: null, valueOf: null } } },
  ]) {
    expect(read(frame)).toEqual({ type: 'other' });
  }
});

test('a join keeps the users that are whole, and completes the others', () => {
  const users = {
    1: { uid: '1', username: 'Moss', status: 'idle', roleColor: '#AABBCC' },
    2: { uid: '2', username: 7, status: 'asleep', roleColor: 'red' },
    3: { username: 'nobody' },
    4: null,
  };
  expect(read({ type: 'server-join', data: { users, request: { server: 'default' } } })).toEqual({
    type: 'server-join',
    request: 'default',
    users: [
      { uid: '1', username: 'Moss', status: 'idle', roleColor: '#aabbcc' },
      { uid: '2', username: '', status: 'offline', roleColor: '#ffffff' },
    ],
  });
});

test('a member called __proto__ is a member', () => {
  const frame =
    '{"type":"server-join","data":{"users":{"__proto__":{"uid":"__proto__","username":"constructor","status":"online","roleColor":"#ffffff"}},"request":{"server":"a"}}}';
  expect(readServerFrame(frame)).toMatchObject({
    users: [{ uid: '__proto__', username: 'constructor' }],
  });
});

test('texts lose what cannot be seen and what turns others around', () => {
  expect(plainText('a\u202eb\u2066c\u0000d\u200be', 50)).toBe('abcde');
  expect(plainText(' a  b \n\n c ', 50)).toBe('a b\nc');
  expect(plainLine('a\nb', 50)).toBe('a b');
  expect(plainText('\u200b\u3164\u2060', 50)).toBe('');
  expect(plainText('\u0301\u0301', 50)).toBe('');
  expect(plainText(42, 50)).toBe('');
  expect(plainText('\ud83da\ude00', 50)).toBe('a');
});

test('families, flags and letters with marks stay whole', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(plainText(family.repeat(3), 3)).toBe(family.repeat(3));
  expect(plainText(family.repeat(4), 3)).toBe(`${family.repeat(2)}…`);
  expect(plainText('🏴󠁧󠁢󠁳󠁣󠁴󠁿e\u0301', 5)).toBe('🏴󠁧󠁢󠁳󠁣󠁴󠁿e\u0301');
  expect(plainText('नमस्ते', 10)).toBe('नमस्ते');
});

test('a megabyte and a pile of marks are cut at once', () => {
  const start = performance.now();
  expect(plainText('x'.repeat(1_000_000), 280)).toHaveLength(280);
  expect(plainText(`e${'\u0301'.repeat(5000)}`, 280)).toBe(`e${'\u0301'.repeat(4)}`);
  expect(performance.now() - start).toBeLessThan(100);
});
