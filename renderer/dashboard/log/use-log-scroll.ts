/** Keeps the log at its newest line, or, once scrolled up, at the line that is being read. */
import { useReducer, useRef } from 'preact/hooks';
import type { LogEvent } from '../../../shared/state.ts';
import { indexOfSeq } from './log-filter.ts';

/** Pixels: screens that scale by fractions do not always scroll to the very end. */
const END_TOLERANCE = 2;

export interface LogScroll {
  /** Whether it follows the newest line. */
  readonly isFollowing: boolean;
  readonly scrollTo: (viewportHeight: number) => number | null;
  readonly onScroll: (viewport: HTMLElement) => void;
  readonly follow: () => void;
}

export function useLogScroll(lines: readonly LogEvent[], rowHeight: number): LogScroll {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const isFollowing = useRef(true);
  /** The line at the top of the viewport, and by how many pixels it is scrolled out. */
  const reading = useRef({ seq: 0, offset: 0 });
  const rendered = useRef({ lines, rowHeight });
  const isMoved = rendered.current.lines !== lines || rendered.current.rowHeight !== rowHeight;
  rendered.current = { lines, rowHeight };

  const setFollowing = (value: boolean): void => {
    if (isFollowing.current === value) return;
    isFollowing.current = value;
    redraw();
  };

  return {
    isFollowing: isFollowing.current,
    scrollTo(viewportHeight) {
      const end = Math.max(0, lines.length * rowHeight - viewportHeight);
      if (isFollowing.current) return end;
      if (!isMoved) return null;
      const { seq, offset } = reading.current;
      return Math.min(end, indexOfSeq(lines, seq) * rowHeight + offset);
    },
    onScroll({ scrollTop, scrollHeight, clientHeight }) {
      const { lines, rowHeight } = rendered.current;
      const top = Math.max(0, Math.floor(scrollTop / rowHeight));
      const seq = lines[top]?.seq ?? 0;
      reading.current = { seq, offset: scrollTop - top * rowHeight };
      setFollowing(scrollHeight - scrollTop - clientHeight <= END_TOLERANCE);
    },
    follow: () => setFollowing(true),
  };
}
