/** The lines in sight, of ten thousand or so. */
import type { ComponentChildren } from 'preact';
import type { LogEvent } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useSlice } from '../dashboard-context.ts';
import { Icon } from '../icon.tsx';
import { useRem } from '../use-rem.ts';
import { useVirtualRows } from '../use-virtual-rows.ts';
import { LogLine } from './log-line.tsx';
import { useLogScroll } from './use-log-scroll.ts';

/** As in log.css. */
const ROW_REM = 1.625;

export interface LogLinesProps {
  readonly lines: readonly LogEvent[];
  /** Shown over the lines. */
  readonly children: ComponentChildren;
}

export function LogLines({ lines, children }: LogLinesProps) {
  const allowedOrigins = useSlice((state) => state.settings['server.allowedOrigins']);
  const rowHeight = ROW_REM * useRem();
  const scroll = useLogScroll(lines, rowHeight);
  const rows = useVirtualRows({ count: lines.length, rowHeight, scrollTo: scroll.scrollTo });
  return (
    <div class="lines-place">
      <div
        ref={rows.viewport}
        class="scroller"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-labelledby="log-title"
        onScroll={(event) => scroll.onScroll(event.currentTarget)}
      >
        <ol style={{ paddingTop: `${rows.before}px`, paddingBottom: `${rows.after}px` }}>
          {lines.slice(rows.first, rows.end).map((event) => (
            <LogLine key={event.seq} event={event} allowedOrigins={allowedOrigins} />
          ))}
        </ol>
      </div>
      {children}
      {!scroll.isFollowing && (
        <button class="button plain newest" type="button" onClick={scroll.follow}>
          <Icon name="newest" />
          {strings.window.log.newest}
        </button>
      )}
    </div>
  );
}
