/** Renders only the rows in sight of a long list of rows of equal height. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** Rows rendered above and below those in sight, so that fast scrolling shows no gaps. */
const OVERSCAN = 10;

export interface VirtualRowsOptions {
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Where to scroll to with this rendering, given the height of the viewport; null: stay. */
  readonly scrollTo?: (viewportHeight: number) => number | null;
}

export interface VirtualRows {
  readonly viewport: RefObject<HTMLDivElement | null>;
  /** The rows to render: from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  /** Pixels taken by the rows that are not rendered. */
  readonly before: number;
  readonly after: number;
}

export function useVirtualRows({ count, rowHeight, scrollTo }: VirtualRowsOptions): VirtualRows {
  const viewport = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0);
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => viewport.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
    overscan: OVERSCAN,
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtualizer.setOptions(options);

  const target = scrollTo?.(virtualizer.scrollRect?.height ?? 0) ?? null;
  // Told now, the rows at the new place are in this rendering and no frame is blank.
  if (target !== null) virtualizer.scrollOffset = target;

  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    if (target !== null && viewport.current) viewport.current.scrollTop = target;
  });

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = items.length > 0 ? first + items.length : 0;
  const before = first * rowHeight;
  return { viewport, first, end, before, after: (count - end) * rowHeight };
}
