/** Server frames byte for byte, at every length where RFC 6455 changes the head. */
import { expect, test } from '@playwright/test';
import { jsonFrame, textFrame } from '../../main/core/server/frame.ts';

const heads: readonly (readonly [length: number, head: string])[] = [
  [0, '8100'],
  [1, '8101'],
  [125, '817d'],
  [126, '817e007e'],
  [127, '817e007f'],
  [65_535, '817effff'],
  [65_536, '817f0000000000010000'],
  [3_000_000, '817f00000000002dc6c0'],
];

for (const [length, head] of heads) {
  test(`${length} bytes begin with ${head}`, () => {
    const frame = textFrame('x'.repeat(length));
    const headLength = head.length / 2;
    expect(frame.subarray(0, headLength).toString('hex')).toBe(head);
    expect(frame.length).toBe(headLength + length);
    expect(frame.subarray(headLength).every((byte) => byte === 0x78)).toBe(true);
  });
}

test('lengths count bytes, not letters', () => {
  const text = 'ü€😀'.repeat(14);
  const frame = textFrame(text);
  expect(frame.subarray(0, 4).toString('hex')).toBe('817e007e');
  expect(frame.subarray(4).toString()).toBe(text);
});

test('half a letter becomes a replacement character, never invalid UTF-8', () => {
  expect(textFrame('\ud83d').toString('hex')).toBe('8103efbfbd');
  expect(jsonFrame({ a: '\udc00' }).subarray(2).toString()).toBe('{"a":"\\udc00"}');
});
