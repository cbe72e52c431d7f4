/** The event log: what happened, newest at the bottom; can be narrowed down, held, cleared, copied. */
import { useMemo, useState } from 'preact/hooks';
import type { LogEvent } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { useView } from '../dashboard-context.ts';
import { EVERYTHING, filterEvents, type LogFilter } from './log-filter.ts';
import { LogLines } from './log-lines.tsx';
import { LogToolbar } from './log-toolbar.tsx';

export function Log() {
  const events = useView((view) => view.events);
  /** What was there when the log was paused; null while it runs. */
  const [held, setHeld] = useState<readonly LogEvent[] | null>(null);
  const [filter, setFilter] = useState<LogFilter>(EVERYTHING);
  const source = held ?? events;
  const lines = useMemo(() => filterEvents(source, filter), [source, filter]);
  const words = strings.window.log;
  return (
    <section class="panel log" aria-labelledby="log-title">
      <LogToolbar
        filter={filter}
        onFilter={setFilter}
        isPaused={held !== null}
        onPause={(isPaused) => setHeld(isPaused ? events : null)}
        onCleared={() => setHeld((now) => now && [])}
        lines={lines}
      />
      <LogLines lines={lines}>
        {lines.length === 0 && (
          <div class="empty">
            <p>{source.length === 0 ? words.empty : words.noMatch}</p>
            {source.length > 0 && (
              <button class="button plain" type="button" onClick={() => setFilter(EVERYTHING)}>
                {words.showEverything}
              </button>
            )}
          </div>
        )}
      </LogLines>
    </section>
  );
}
