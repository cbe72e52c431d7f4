/** The one sanitiser: whatever comes in, what goes out is short, visible and harmless to d-zone. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  cleanColor,
  cleanGuildName,
  cleanId,
  cleanMessage,
  cleanName,
  cleanStatus,
} from '../../main/core/sanitise.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    `e${'\u0301'.repeat(5000)}`,
    '\u202etxt.exe',
    '\ud800',
  ),
  fc
    .array(fc.constantFrom('\u200b', '\u2066', 'a', ' ', '\n', '👩‍👩‍👧‍👦', 'valueOf', '\0'))
    .map((p) => p.join('')),
);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const count = (text: string): number => [...graphemes.segment(text)].length;
const prototypeNames = Object.getOwnPropertyNames(Object.prototype);

test('any message: bounded, well-formed, nothing invisible, no word that stops d-zone', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanMessage(text);
      expect(count(clean)).toBeLessThanOrEqual(2000 + prototypeNames.length);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff]/u);
      expect(clean).not.toMatch(/\p{M}{5}/u);
      for (const word of clean.split(/[^\w$]+/)) expect(prototypeNames).not.toContain(word);
    }),
    { numRuns: 500 },
  );
});

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = cleanName(text);
      expect(cleanName(once)).toBe(once);
    }),
  );
});

test('any name: never empty, one line, at most 32 graphemes', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.anything()), (text) => {
      const name = cleanName(text);
      expect(name).toMatch(/\S/);
      expect(name).not.toContain('\n');
      expect(count(name.replaceAll('\u200b', ''))).toBeLessThanOrEqual(32);
    }),
    { numRuns: 500 },
  );
});

test('words of the object prototype are broken after their first letter', () => {
  expect(cleanMessage('see constructor and (toString), __proto__!')).toBe(
    'see c\u200bonstructor and (t\u200boString), _\u200b_proto__!',
  );
  expect(cleanMessage('reconstructors are fine, toStringify too')).toBe(
    'reconstructors are fine, toStringify too',
  );
  expect(cleanMessage('con\u200bstructor')).toBe('c\u200bonstructor');
});

test('ordinary text stays as it is', () => {
  for (const text of [
    'hello\nworld',
    'こんばんは',
    'مرحبا',
    '👨‍👩‍👧',
    'Ádám é̂',
    '  ¿qué?'.trim(),
  ]) {
    expect(cleanMessage(text)).toBe(text);
  }
});

test('a megabyte is cut before it costs anything', () => {
  const started = performance.now();
  expect(cleanMessage('x'.repeat(1_000_000))).toHaveLength(2000);
  expect(count(cleanMessage(`e${'\u0301'.repeat(1_000_000)}`))).toBe(1);
  expect(performance.now() - started).toBeLessThan(500);
});

test('names without anything to see get a word', () => {
  for (const name of ['', '   ', '\u200b\u2060\ufeff', null, 7, {}])
    expect(cleanName(name)).toBe('member');
  expect(cleanGuildName('\u00ad')).toBe('Discord server');
});

test('ids, colours and statuses are taken or replaced, never passed through', () => {
  expect(cleanId('123')).toBe('123');
  expect(cleanId(123)).toBe('123');
  expect(cleanId('__proto__')).toBe('__proto__');
  for (const id of ['', ' ', 'a b', 'é', 'x'.repeat(65), null, {}, []])
    expect(cleanId(id)).toBeNull();
  expect(cleanColor('#A1b2C3')).toBe('#A1b2C3');
  for (const color of ['red', '#fff', '#12345g', 'url(x)', 0, null])
    expect(cleanColor(color)).toBe('#ffffff');
  expect(cleanStatus('dnd')).toBe('dnd');
  for (const status of ['invisible', 'toString', '', null, 1])
    expect(cleanStatus(status)).toBe('offline');
});
