/** Sets what is said into the pages of a bubble. Pure: the measuring is passed in. */
import { enlarge, type Lettering } from './lettering.ts';
import { graphemesOf, isRightToLeft, wrapText } from './text-layout.ts';

const LINES_A_PAGE = 4;
const MOST_PAGES = 4;
/** In letter heights. */
const WIDEST = 17;
/** So few emoji and nothing else are drawn large. */
const MOST_LARGE = 3;
const LARGE = 2;
const EMOJI = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]/u;

export interface Line {
  readonly text: string;
  readonly letters: readonly string[];
}

export interface BubbleLayout {
  readonly lettering: Lettering;
  /** Empty when the bubble shows dots in place of words. */
  readonly pages: readonly (readonly Line[])[];
  readonly isRightToLeft: boolean;
  /** Of the whole bubble with its tag, in device pixels. */
  readonly width: number;
  readonly height: number;
  /** From its upper edge to the paper's, and from the paper's edges to the text. */
  readonly paperTop: number;
  readonly padSide: number;
  readonly padTop: number;
}

export interface BubbleRules {
  readonly lettering: Lettering;
  /** The widest that a bubble may be. */
  readonly maxWidth: number;
  readonly measure: (text: string, font: string) => number;
  /** The size of the name tag that sits on its upper edge, if there is one. */
  readonly tag: { readonly width: number; readonly height: number } | null;
}

/** `text`: null for dots. */
export function layOutBubble(text: string | null, rules: BubbleRules): BubbleLayout {
  const { tag, maxWidth } = rules;
  const lettering = isLarge(text) ? enlarge(rules.lettering, LARGE) : rules.lettering;
  const { size, block } = rules.lettering;
  const measure = (line: string): number => rules.measure(line, lettering.text);
  const padSide = Math.round(size * 0.55) + block;
  const widest = Math.max(size * 2, Math.min(WIDEST * size, maxWidth - 2 * padSide));
  const pages = text === null ? [] : pagesOf(text, widest, measure);
  const lines = pages.flat();
  const longest = Math.max(size, ...lines.map((line) => measure(line.text)));
  // A single sign can be wider than a narrow screen.
  const inner = text === null ? size * 2 : Math.min(widest, longest);
  const mostLines = Math.max(1, ...pages.map((page) => page.length));
  const paperTop = tag ? Math.round(tag.height * 0.62) : 0;
  const pad = Math.round(size * 0.42) + block;
  const padTop = pad + (tag ? tag.height - paperTop : 0);
  return {
    lettering,
    pages,
    isRightToLeft: isRightToLeft(text ?? ''),
    width: Math.ceil(Math.max(inner, tag?.width ?? 0)) + 2 * padSide,
    height: paperTop + padTop + mostLines * lettering.lineHeight + pad,
    paperTop,
    padSide,
    padTop,
  };
}

function pagesOf(text: string, maxWidth: number, measure: (line: string) => number): Line[][] {
  const lines = wrapText(text, { maxWidth, maxLines: LINES_A_PAGE * MOST_PAGES, measure }).map(
    (line) => ({ text: line, letters: graphemesOf(line) }),
  );
  const count = Math.ceil(lines.length / LINES_A_PAGE);
  // As even as they come: no page with a single word.
  const each = Math.ceil(lines.length / Math.max(1, count));
  return Array.from({ length: count }, (_, page) => lines.slice(page * each, (page + 1) * each));
}

function isLarge(text: string | null): boolean {
  if (text === null || text.length > 64) return false;
  const letters = graphemesOf(text).filter((letter) => letter.trim() !== '');
  return letters.length <= MOST_LARGE && letters.every((letter) => EMOJI.test(letter));
}
