/** What the words over the island decide without a screen: lines, pages, places and pace. */
import { expect, test } from '@playwright/test';
import { type BubbleRules, layOutBubble } from '../../renderer/overlay/draw/words/bubble-layout.ts';
import { drawLine, letteringFor } from '../../renderer/overlay/draw/words/lettering.ts';
import {
  cutLine,
  graphemesOf,
  isRightToLeft,
  wrapText,
} from '../../renderer/overlay/draw/words/text-layout.ts';
import { popAt, progressAt } from '../../renderer/overlay/draw/words/typing.ts';

const rules = { maxWidth: 10, maxLines: 3, measure: (text: string) => graphemesOf(text).length };

test('lines break between words, keep what was broken by hand, and end in time', () => {
  expect(wrapText('one two three four', rules)).toEqual(['one two', 'three four']);
  expect(wrapText('a\nb', rules)).toEqual(['a', 'b']);
  expect(wrapText('one, two, three!', rules)).toEqual(['one, two,', 'three!']);
  expect(wrapText('x'.repeat(25), rules)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx']);
  expect(wrapText('x'.repeat(50), rules).at(-1)).toBe(`${'x'.repeat(9)}…`);
  for (const line of wrapText('👍🏽'.repeat(25), rules)) {
    expect(graphemesOf(line).length).toBeLessThanOrEqual(10);
    expect(line.replaceAll('👍🏽', '')).toBe('');
  }
  for (const line of wrapText('今日の配信はどうですか、みなさん', rules)) {
    expect(graphemesOf(line).length).toBeLessThanOrEqual(10);
  }
});

test('a letter that never ends is broken too', () => {
  const measure = (text: string): number => text.length;
  for (const endless of ['\u1100', '\u0915\u094d', '👩\u200d', '🏽']) {
    for (const line of wrapText(endless.repeat(1000), { ...rules, measure })) {
      expect(measure(line)).toBeLessThanOrEqual(10);
    }
  }
});

test('every line keeps the direction of its text, and lets it out to nobody', () => {
  const lines: unknown[] = [];
  const context = {
    direction: 'inherit',
    textAlign: 'start',
    fillText: (text: string, x: number) => lines.push([text, x, context.direction]),
  };
  const draw = (line: string, isRightToLeft: boolean): void =>
    drawLine(context as unknown as CanvasRenderingContext2D, line, {
      left: 1,
      right: 9,
      y: 5,
      isRightToLeft,
    });
  draw('OBS مرحبا', true);
  draw('مرحبا OBS', false);
  expect(lines).toEqual([
    ['\u2067OBS مرحبا\u2069', 9, 'rtl'],
    ['\u2066مرحبا OBS\u2069', 1, 'ltr'],
  ]);
});

test('letters are as large as can be read, however fine the screen', () => {
  expect(letteringFor({ width: 1920, height: 1080 }, 1).size).toBe(23);
  expect(letteringFor({ width: 1280, height: 720 }, 1).size).toBe(16);
  // The app's preview, on a screen with one and with two pixels for each of the page.
  expect(letteringFor({ width: 616, height: 338 }, 1).size).toBe(13);
  expect(letteringFor({ width: 1232, height: 676 }, 2).size).toBe(26);
});

test('a name is cut on one line', () => {
  expect(cutLine('short', rules)).toBe('short');
  expect(cutLine('a rather long name', rules)).toBe('a rather…');
});

test('the script of the first letter decides the direction', () => {
  expect(isRightToLeft('123 مرحبا')).toBe(true);
  expect(isRightToLeft('שלום hello')).toBe(true);
  expect(isRightToLeft('hello שלום')).toBe(false);
  expect(isRightToLeft('123 !')).toBe(false);
});

const bubbleRules: BubbleRules = {
  lettering: letteringFor({ width: 1280, height: 720 }, 1),
  maxWidth: 1280,
  measure: (text) => graphemesOf(text).length * 8,
  tag: null,
};
const linesOf = (text: string): string[][] =>
  layOutBubble(text, bubbleRules).pages.map((page) => page.map((line) => line.text));

test('a long text is read page by page, and nothing of it is lost', () => {
  const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
  const pages = linesOf(text);
  expect(pages.length).toBeGreaterThan(1);
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(4);
  expect(pages.flat().join(' ')).toBe(text);
  expect(linesOf('short')).toEqual([['short']]);
});

test('a few emoji by themselves are large', () => {
  const heightOf = (text: string): number => layOutBubble(text, bubbleRules).lettering.size;
  expect(heightOf('🎉 👏🏽')).toBe(2 * heightOf('hello'));
  expect(heightOf('🏳️‍🌈')).toBe(2 * heightOf('hello'));
  for (const text of ['wow 🎉', '123', '🎉🎉🎉🎉', '#'])
    expect(heightOf(text)).toBe(heightOf('hello'));
});

test('without words a bubble is as wide for much as for little', () => {
  const { pages, width } = layOutBubble(null, bubbleRules);
  expect(pages).toEqual([]);
  expect(width).toBeLessThan(layOutBubble('some words', bubbleRules).width);
});

test('words are typed out, each page has its time, and the last stays', () => {
  const { pages } = layOutBubble('word '.repeat(80), bubbleRules);
  const bubble = { channel: 'c', text: '', opensAt: 100, closesAt: 1300 };
  const at = (tick: number, isCalm = false) => progressAt(pages, bubble, tick, isCalm);
  expect(at(100)).toEqual({ page: 0, letters: 1 });
  let last = { page: 0, letters: 0 };
  const seen = new Map<number, number>();
  for (let tick = 100; tick < 1300; tick += 1) {
    const now = at(tick);
    const isOn = now.page > last.page || (now.page === last.page && now.letters >= last.letters);
    if (!isOn) throw new Error(`At ${tick} it went back.`);
    seen.set(now.page, now.letters);
    last = now;
  }
  const whole = pages.map((page) => page.reduce((sum, { letters }) => sum + letters.length, 0));
  expect([...seen.values()]).toEqual(whole);
  expect(at(100, true)).toEqual({ page: 0, letters: whole[0] });
});

test('a bubble rises into its place', () => {
  const bubble = { channel: 'c', text: '', opensAt: 100, closesAt: 1300 };
  expect(popAt(bubble, 100, false)).toBeGreaterThan(0);
  expect(popAt(bubble, 130, false)).toBe(0);
  expect(popAt(bubble, 100, true)).toBe(0);
});
