/** Makes the internet's text harmless to draw: visible, bounded, and unable to turn its surroundings. */

/** Controls, bidirectional marks and overrides, invisible fillers; not the joiners emoji need. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking these out is the point
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const PRINTABLE = /[^\p{M}\p{Z}\p{C}]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * At most `limit` graphemes, then an ellipsis; line breaks stay. Empty when the value is no text
 * or nothing in it can be seen.
 */
export function plainText(value: unknown, limit: number): string {
  if (typeof value !== 'string') return '';
  // More than 16 code units to a grapheme is an attack: cut before looking closer.
  const visible = value
    .slice(0, limit * 16)
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  return PRINTABLE.test(visible) ? firstGraphemes(visible, limit) : '';
}

/** The same on a single line. */
export function plainLine(value: unknown, limit: number): string {
  return plainText(value, limit).replaceAll('\n', ' ');
}

function firstGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const graphemes = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return graphemes.length <= limit ? text : `${graphemes.slice(0, limit - 1).join('')}…`;
}
