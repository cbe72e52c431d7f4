/** Breaks a text into the lines of a bubble, in any script. Pure: the measuring is passed in. */

export interface LineRules {
  readonly maxWidth: number;
  readonly maxLines: number;
  readonly measure: (text: string) => number;
}

const ELLIPSIS = '…';
/**
 * Code units that are set as one. Rules for graphemes let whole texts be a single one: jamo,
 * conjuncts or families without end.
 */
const LONGEST = 64;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What a reader takes for one letter each. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** What does not fit ends in an ellipsis. */
export function wrapText(text: string, rules: LineRules): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    for (const line of wrapParagraph(paragraph, rules)) {
      if (lines.length === rules.maxLines) {
        return [...lines.slice(0, -1), endInEllipsis(lines.at(-1) ?? '', rules)];
      }
      lines.push(line);
    }
  }
  return lines;
}

function* wrapParagraph(paragraph: string, { maxWidth, measure }: LineRules): Generator<string> {
  let line = '';
  for (const piece of pieces(paragraph, maxWidth, measure)) {
    if (line !== '' && measure((line + piece).trimEnd()) > maxWidth) {
      yield line.trimEnd();
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  if (line.trim() !== '') yield line.trimEnd();
}

/** Words with the marks that follow them; what is wider than a line comes letter by letter. */
function* pieces(
  paragraph: string,
  maxWidth: number,
  measure: LineRules['measure'],
): Generator<string> {
  let piece = '';
  for (const { segment, isWordLike } of words.segment(paragraph)) {
    const beginsNew = isWordLike === true || segment.trim() === '';
    if (beginsNew && piece !== '') {
      yield* fitting(piece, maxWidth, measure);
      piece = '';
    }
    piece += segment;
  }
  yield* fitting(piece, maxWidth, measure);
}

function fitting(piece: string, maxWidth: number, measure: LineRules['measure']): string[] {
  const fits = (text: string): boolean => text.length <= LONGEST && measure(text) <= maxWidth;
  if (fits(piece)) return [piece];
  return graphemesOf(piece).flatMap((letter) => (fits(letter) ? [letter] : Array.from(letter)));
}

/** On one line, whatever it takes. */
export function cutLine(text: string, rules: Omit<LineRules, 'maxLines'>): string {
  return rules.measure(text) <= rules.maxWidth ? text : endInEllipsis(text, rules);
}

function endInEllipsis(line: string, { maxWidth, measure }: Omit<LineRules, 'maxLines'>): string {
  const letters = graphemesOf(line);
  while (letters.length > 0 && measure(letters.join('') + ELLIPSIS) > maxWidth) letters.pop();
  return letters.join('').trimEnd() + ELLIPSIS;
}

/** Whether a text begins with a letter of a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud83a[\udd00-\udd5f]|\ud803[\udd00-\udd3f]/.test(
    letter,
  );
}
