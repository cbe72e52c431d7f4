/** Narrows the log down, and pauses, clears and copies it. */
import type { LogEvent } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { CopyButton } from '../copy-button.tsx';
import { useDashboard, useRun } from '../dashboard-context.ts';
import { Icon } from '../icon.tsx';
import { KindChips } from './kind-chips.tsx';
import type { LogFilter } from './log-filter.ts';
import { copyableLines } from './log-text.ts';

/** Characters that the command `copyText` accepts. */
const COPY_LIMIT = 8_000_000;

const words = strings.window.log;

export interface LogToolbarProps {
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
  readonly isPaused: boolean;
  readonly onPause: (isPaused: boolean) => void;
  readonly onCleared: () => void;
  /** The lines as they are filtered now: these are copied. */
  readonly lines: readonly LogEvent[];
}

export function LogToolbar(props: LogToolbarProps) {
  const { filter, onFilter, isPaused, onPause, onCleared, lines } = props;
  const { api, announce } = useDashboard();
  const run = useRun();

  const clear = async (): Promise<void> => {
    await run(api.clearEvents());
    onCleared();
  };
  const copy = async (): Promise<boolean> => {
    const { text, count } = copyableLines(lines, COPY_LIMIT);
    if ((await run(api.copyText(text))) === null) return false;
    announce(words.copiedLines(count));
    return true;
  };

  return (
    <div class="panel-head log-toolbar">
      <h2 id="log-title">{words.title}</h2>
      <KindChips filter={filter} onFilter={onFilter} />
      <label class="search">
        <Icon name="search" />
        <input
          type="search"
          aria-label={words.searchLabel}
          placeholder={words.searchPlaceholder}
          value={filter.search}
          onInput={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        />
      </label>
      <div class="buttons">
        <button
          class="button quiet"
          type="button"
          title={isPaused ? words.resume : words.pause}
          aria-label={words.pause}
          aria-pressed={isPaused}
          onClick={() => onPause(!isPaused)}
        >
          <Icon name={isPaused ? 'resume' : 'pause'} />
          <span class="label">{isPaused ? words.resume : words.pause}</span>
        </button>
        <button class="button quiet" type="button" title={words.clear} onClick={() => void clear()}>
          <Icon name="trash" />
          <span class="label">{words.clear}</span>
        </button>
        <CopyButton label={words.copy} tone="quiet" disabled={lines.length === 0} onCopy={copy} />
      </div>
    </div>
  );
}
