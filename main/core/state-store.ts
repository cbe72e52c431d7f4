/** Holds the one state: every change raises the revision and is told to the subscribers. */
import type { State } from '../../shared/state.ts';
import type { Cancel } from './ports.ts';

type Listener = (changed: keyof State) => void;

export class StateStore {
  #state: State;
  #revision = 0;
  readonly #listeners = new Set<Listener>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Replaces one top-level slice. The same value again is no change. */
  set<K extends keyof State>(slice: K, value: State[K]): void {
    if (this.#state[slice] === value) return;
    this.#state = { ...this.#state, [slice]: value };
    this.#revision += 1;
    for (const listener of this.#listeners) listener(slice);
  }

  subscribe(listener: Listener): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
