/** Makes the internet's text harmless to draw, whichever server it came from. */
import { firstGraphemes, visibleText } from '../../shared/visible-text.ts';

const PRINTABLE = /[^\p{M}\p{Z}\p{C}]/u;
const HALF_PAIR = /\p{Cs}/gu;

/**
 * At most `limit` graphemes, then an ellipsis; line breaks stay. Empty when the value is no text
 * or nothing in it can be seen.
 */
export function plainText(value: unknown, limit: number): string {
  if (typeof value !== 'string') return '';
  const visible = visibleText(value, limit)
    .replace(HALF_PAIR, '')
    .replace(/ +/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  if (!PRINTABLE.test(visible)) return '';
  const isWhole = firstGraphemes(visible, limit) === visible;
  return isWhole ? visible : `${firstGraphemes(visible, limit - 1)}…`;
}

/** The same on a single line. */
export function plainLine(value: unknown, limit: number): string {
  return plainText(value, limit).replaceAll('\n', ' ');
}
