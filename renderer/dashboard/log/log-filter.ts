/** Which lines of the log are wanted. Pure. */
import type { FactKind, LogEvent } from '../../../shared/state.ts';
import { searchedText } from './log-text.ts';

export interface LogFilter {
  /** None chosen means all. */
  readonly kinds: ReadonlySet<FactKind>;
  readonly search: string;
}

export const EVERYTHING: LogFilter = { kinds: new Set(), search: '' };

export function filterEvents(
  events: readonly LogEvent[],
  { kinds, search }: LogFilter,
): readonly LogEvent[] {
  const wanted = search.trim().toLowerCase();
  if (kinds.size === 0 && wanted === '') return events;
  return events.filter(
    (event) =>
      (kinds.size === 0 || kinds.has(event.fact.kind)) &&
      (wanted === '' || searchedText(event).includes(wanted)),
  );
}

export function withKindToggled(filter: LogFilter, kind: FactKind): LogFilter {
  const kinds = new Set(filter.kinds);
  if (!kinds.delete(kind)) kinds.add(kind);
  return { ...filter, kinds };
}

/** Where the first event from number `seq` on stands, or would stand: events are in order. */
export function indexOfSeq(events: readonly LogEvent[], seq: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.seq ?? Number.POSITIVE_INFINITY) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
