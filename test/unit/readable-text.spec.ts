/** Mentions and custom emoji in words. */
import { expect, test } from '@playwright/test';
import { readableText } from '../../main/core/readable-text.ts';

const nameOf = (uid: string): string | undefined => (uid === '1' ? 'Ann' : undefined);

const cases: readonly (readonly [text: string, expected: string])[] = [
  ['hi <@1> and <@!1>', 'hi @Ann and @Ann'],
  ['who is <@2>?', 'who is @someone?'],
  ['<@&33> in <#44>', '@role in #channel'],
  ['<:hop:123> <a:dance:456>', ':hop: :dance:'],
  ['1 < 2 <3 <@> <@x> <:bad name:1>', '1 < 2 <3 <@> <@x> <:bad name:1>'],
  ['plain', 'plain'],
];

for (const [text, expected] of cases) {
  test(`${text} → ${expected}`, () => expect(readableText(text, nameOf)).toBe(expected));
}
