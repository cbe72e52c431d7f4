/** Feeds a window: a snapshot, then what changed, at most twenty times a second. */
import type { LogEvent, State, StateUpdate } from '../../shared/state.ts';
import type { Core } from '../core/app.ts';
import type { Cancel, Clock } from '../core/ports.ts';

/** Milliseconds between two updates, and between two looks at the clients' numbers. */
const UPDATE_INTERVAL = 50;
const CLIENTS_INTERVAL = 1_000;
/** A long log arrives in parts, so that no turn of the main process takes long. */
const EVENTS_PER_UPDATE = 1_000;

type Watched = Pick<Core, 'store' | 'events' | 'refreshClients'>;

export class StateFeed {
  readonly #core: Watched;
  readonly #clock: Clock;
  readonly #send: (update: StateUpdate) => void;
  readonly #changed = new Set<keyof State>();
  #cancels: Cancel[] = [];
  #sentRevision = 0;
  #nextSeq = 0;
  #seenClears = -1;
  #pending: Cancel | null = null;

  constructor(core: Watched, clock: Clock, send: (update: StateUpdate) => void) {
    this.#core = core;
    this.#clock = clock;
    this.#send = send;
  }

  /** Starts again from a snapshot, however often it is called. */
  start(): void {
    this.stop();
    const { store, events } = this.#core;
    this.#cancels = [
      store.subscribe((slice) => {
        this.#changed.add(slice);
        this.#schedule();
      }),
      events.subscribe(() => this.#schedule()),
      this.#clock.every(CLIENTS_INTERVAL, () => this.#core.refreshClients()),
    ];
    this.#sentRevision = store.revision;
    this.#send({ kind: 'snapshot', revision: store.revision, state: store.state });
    this.#nextSeq = 0;
    this.#seenClears = -1;
    this.#sendEvents();
  }

  stop(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
    this.#pending?.();
    this.#pending = null;
    this.#changed.clear();
  }

  #schedule(): void {
    this.#pending ??= this.#clock.after(UPDATE_INTERVAL, () => {
      this.#pending = null;
      this.#sendChanges();
      this.#sendEvents();
    });
  }

  #sendChanges(): void {
    if (this.#changed.size === 0) return;
    const { state, revision } = this.#core.store;
    const entries = Array.from(this.#changed, (slice) => [slice, state[slice]]);
    const changes: Partial<State> = Object.fromEntries(entries);
    this.#changed.clear();
    this.#send({ kind: 'delta', base: this.#sentRevision, revision, changes });
    this.#sentRevision = revision;
  }

  #sendEvents(): void {
    const { events } = this.#core;
    if (this.#seenClears !== events.clearCount) this.#send({ kind: 'events-cleared' });
    this.#seenClears = events.clearCount;
    const batch = events.from(this.#nextSeq, EVENTS_PER_UPDATE);
    const last: LogEvent | undefined = batch.at(-1);
    if (!last) return;
    this.#nextSeq = last.seq + 1;
    this.#send({ kind: 'events', events: batch });
    if (this.#nextSeq < events.nextSeq) this.#schedule();
  }
}
