/** One chip for each kind of line; none pressed shows all. */
import { FACT_KINDS } from '../../../shared/state.ts';
import { strings } from '../../../shared/strings/index.ts';
import { type LogFilter, withKindToggled } from './log-filter.ts';

export interface KindChipsProps {
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
}

export function KindChips({ filter, onFilter }: KindChipsProps) {
  const words = strings.window.log;
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{words.filterLabel}</legend>
      <button
        class="chip"
        type="button"
        aria-pressed={filter.kinds.size === 0}
        onClick={() => onFilter({ ...filter, kinds: new Set() })}
      >
        {words.everything}
      </button>
      {FACT_KINDS.map((kind) => (
        <button
          key={kind}
          class="chip"
          type="button"
          aria-pressed={filter.kinds.has(kind)}
          onClick={() => onFilter(withKindToggled(filter, kind))}
        >
          {words.kind[kind]}
        </button>
      ))}
    </fieldset>
  );
}
