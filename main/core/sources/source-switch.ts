/** Keeps exactly one source live: mock in a rehearsal or when none is chosen, else the real one. */
import type { SecretName } from '../../../shared/secrets.ts';
import type { SettingKey, Settings } from '../../../shared/settings.ts';
import type { Fact, SourceCondition, SourceStatus } from '../../../shared/state.ts';
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
    const { community, onFact } = this.#options;
    const source = this.#choose();
    const abort = new AbortController();
    this.#live = source;
    this.#abort = abort;
    const report = this.#reporter(source);
    const sink = community.sink(source.kind, abort.signal, report);
    source.start(sink, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const detail = error instanceof Error ? error.message : String(error);
      sink.status({ condition: 'refused', problem: { code: 'unexpected', detail } });
      onFact({ kind: 'source', what: 'failed', source: source.kind, message: detail });
    });
  }

  /** The last roster stays where it is. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#live = null;
  }

  /** Something that the live source depends on may have changed: a setting, or a secret. */
  follow(key: SettingKey | SecretName): void {
    const live = this.#live;
    const isRehearsal = this.#options.settings()['mock.enabled'];
    const [group] = key.split('.');
    if (key === 'mock.enabled' || (key === 'source.kind' && !isRehearsal)) this.start();
    else if (!live || group !== live.kind || (group === 'mock' && !isRehearsal)) return;
    else if (live.settingsChanged) live.settingsChanged();
    else this.start();
  }

  /** Tells the state of every condition, and the log of those that are news. */
  #reporter({ kind }: Source): (condition: SourceCondition) => void {
    const { community, onStatus, onFact } = this.#options;
    let told: SourceCondition | null = null;
    return (condition) => {
      const isTrouble = condition.condition !== 'live' && condition.condition !== 'rehearsal';
      const isStale = isTrouble && community.showsRealPeople;
      const status: SourceStatus = { ...condition, kind, ...(isStale && { isStale }) };
      onStatus(status);
      if (told && !isNews(told, condition)) return;
      told = condition;
      onFact({ kind: 'source', what: 'switched', source: status });
    };
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

/** A source that fails again and again for the same reason fills no log. */
function isNews(told: SourceCondition, next: SourceCondition): boolean {
  if (next.condition === 'connecting') return told.condition === 'live';
  if (next.condition !== told.condition) return true;
  return 'problem' in next && 'problem' in told && next.problem.code !== told.problem.code;
}
