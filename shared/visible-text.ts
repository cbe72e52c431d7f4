/** What of a text from the internet can be seen: the part of sanitising that core and overlay share. */

/** Controls but the line break, bidirectional marks and overrides, invisible fillers; not joiners. */
const INVISIBLE =
  /[^\P{Cc}\n]|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** More code units to a grapheme are an attack, not a letter. */
const LONGEST_GRAPHEME = 16;

/** Made when a text is too long for the first time: it takes as long as opening the server does. */
let segmenter: Intl.Segmenter | undefined;

/** Without what is invisible or piled up, and cut roughly: what comes after `limit` graphemes may go. */
export function visibleText(text: string, limit: number): string {
  return text
    .slice(0, limit * LONGEST_GRAPHEME)
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1');
}

/** The beginning of the text, at most `count` graphemes of it. */
export function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let seen = 0;
  for (const { index } of segmenter.segment(text)) {
    if (seen === count) return text.slice(0, index);
    seen += 1;
  }
  return text;
}
