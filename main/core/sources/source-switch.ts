/** Keeps exactly one source live: mock in a rehearsal or when none is configured, else the real one. */
import type { Settings } from '../../../shared/settings.ts';
import type { Fact, SourceStatus } from '../../../shared/state.ts';
import type { Community } from '../community.ts';
import type { Clock } from '../ports.ts';
import { createMockSource } from './mock/mock-source.ts';
import type { Source } from './source.ts';

export interface SourceSwitchOptions {
  readonly clock: Clock;
  readonly community: Community;
  readonly settings: () => Settings;
  /** The source that the settings ask for, or null when they ask for none. */
  readonly configured: (settings: Settings) => Source | null;
  readonly onStatus: (status: SourceStatus) => void;
  readonly onFact: (fact: Fact) => void;
}

export class SourceSwitch {
  readonly #options: SourceSwitchOptions;
  #live: Source | null = null;
  #abort: AbortController | null = null;

  constructor(options: SourceSwitchOptions) {
    this.#options = options;
  }

  get live(): Source | null {
    return this.#live;
  }

  /** Ends the live source and starts the one the settings call for now. */
  start(): void {
    this.stop();
    const { community, onStatus, onFact } = this.#options;
    const source = this.#choose();
    const abort = new AbortController();
    this.#live = source;
    this.#abort = abort;
    let condition: SourceStatus['condition'] | null = null;
    const report = (next: SourceStatus['condition']): void => {
      if (next === condition) return;
      condition = next;
      const status: SourceStatus = { kind: source.kind, condition: next };
      onStatus(status);
      onFact({ kind: 'source', what: 'switched', source: status });
    };
    source.start(community.sink(abort.signal, report), abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      onFact({ kind: 'source', what: 'failed', source: source.kind, message });
    });
  }

  /** The last roster stays where it is. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#live = null;
  }

  #choose(): Source {
    const { clock, configured } = this.#options;
    const settings = this.#options.settings();
    const seed = settings['mock.seed'];
    if (settings['mock.enabled']) {
      const scenario = settings['mock.scenario'];
      return createMockSource(clock, { scenario, seed, condition: 'rehearsal' });
    }
    return (
      configured(settings) ??
      createMockSource(clock, { scenario: 'calm', seed, condition: 'no-source' })
    );
  }
}
