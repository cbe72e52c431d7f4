/** How far a bubble has been typed out at a moment, and which of its pages is open. Pure. */
import type { Bubble } from '../../sim/creature.ts';
import type { Line } from './bubble-layout.ts';

/** Ticks for a letter, and the share of a page's time that typing may take. */
const LETTER = 1.5;
const TYPING_SHARE = 0.55;
/** Each page has time to be noticed, besides that for its letters. */
const NOTICE = 12;
/** Ticks for each of the dots that stand for words. */
const DOT = 18;
/** Ticks of a bubble's rise, and blocks by which it is too low, then too high, in them. */
const POP = [2, 1, -1];
const POP_TICKS = 3;

export interface Progress {
  readonly page: number;
  /** On that page; of a bubble with dots, how many of them. */
  readonly letters: number;
}

export function progressAt(
  pages: readonly (readonly Line[])[],
  { opensAt, closesAt }: Bubble,
  tick: number,
  isCalm: boolean,
): Progress {
  const since = Math.max(0, tick - opensAt);
  if (pages.length === 0)
    return { page: 0, letters: isCalm ? 3 : 1 + (Math.floor(since / DOT) % 3) };
  const counts = pages.map(lettersOn);
  const whole = counts.reduce((sum, letters) => sum + letters + NOTICE, 0);
  let start = 0;
  for (const [page, letters] of counts.entries()) {
    const time = ((closesAt - opensAt) * (letters + NOTICE)) / whole;
    const isLast = page === counts.length - 1;
    if (since < start + time || isLast) {
      const pace = Math.min(LETTER, (time * TYPING_SHARE) / Math.max(1, letters));
      const typed = isCalm ? letters : Math.min(letters, Math.ceil((since - start + 1) / pace));
      return { page, letters: typed };
    }
    start += time;
  }
  return { page: 0, letters: 0 };
}

/** Blocks by which a bubble is below its place. */
export function popAt({ opensAt }: Bubble, tick: number, isCalm: boolean): number {
  return isCalm ? 0 : (POP[Math.floor((tick - opensAt) / POP_TICKS)] ?? 0);
}

function lettersOn(page: readonly Line[]): number {
  return page.reduce((sum, { letters }) => sum + letters.length, 0);
}
