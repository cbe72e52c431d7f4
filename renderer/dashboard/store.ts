/** The window's mirror of the state: applies snapshot, changes and events in order. Knows no DOM. */
import type { WindowApi } from '../../shared/ipc.ts';
import { LOG_CAPACITY, type LogEvent, type State, type StateUpdate } from '../../shared/state.ts';

/** What the store needs of the window's API. */
export type StoreApi = Pick<WindowApi, 'onStateUpdate' | 'watchState'>;

/** All that the window shows. `state` is null until the first snapshot. */
export interface View {
  readonly state: State | null;
  readonly events: readonly LogEvent[];
}

export class Store {
  readonly #api: StoreApi;
  readonly #listeners = new Set<() => void>();
  #state: State | null = null;
  #revision = -1;
  #events: LogEvent[] = [];
  #view: View | null = null;
  #isAwaitingSnapshot = false;
  #stop: (() => void) | null = null;

  constructor(api: StoreApi) {
    this.#api = api;
  }

  /** The same object until something changes. Built when it is asked for, not at every update. */
  get view(): View {
    this.#view ??= { state: this.#state, events: this.#events.slice(-LOG_CAPACITY) };
    return this.#view;
  }

  /** Begins to listen, before it asks, so that nothing is missed. */
  start(): void {
    if (this.#stop) return;
    this.#stop = this.#api.onStateUpdate((update) => this.#apply(update));
    this.#askForSnapshot();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#isAwaitingSnapshot = false;
  }

  /** Calls the listener at every change; returns the way to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #apply(update: StateUpdate): void {
    switch (update.kind) {
      case 'snapshot':
        this.#isAwaitingSnapshot = false;
        this.#revision = update.revision;
        this.#state = update.state;
        break;
      case 'delta':
        if (this.#state === null || update.base !== this.#revision) {
          this.#askForSnapshot();
          return;
        }
        this.#revision = update.revision;
        this.#state = { ...this.#state, ...update.changes };
        break;
      case 'events':
        this.#events.push(...update.events);
        // Dropping the old half now and then is cheaper than shifting at every batch.
        if (this.#events.length >= 2 * LOG_CAPACITY) {
          this.#events = this.#events.slice(-LOG_CAPACITY);
        }
        break;
      case 'events-cleared':
        this.#events = [];
        break;
    }
    this.#view = null;
    for (const listener of this.#listeners) listener();
  }

  /** Once until the snapshot is here; when it is refused, the next gap asks again. */
  #askForSnapshot(): void {
    if (this.#isAwaitingSnapshot) return;
    this.#isAwaitingSnapshot = true;
    const giveUp = (): void => {
      this.#isAwaitingSnapshot = false;
    };
    this.#api.watchState().then((answer) => {
      if (!answer.ok) giveUp();
    }, giveUp);
  }
}
