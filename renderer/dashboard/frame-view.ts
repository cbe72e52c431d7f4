/** Slows the store down to the screen: however many updates arrive, one change a frame. */
import type { Store, View } from './store.ts';

export class FrameView {
  readonly #store: Store;
  readonly #requestFrame: (draw: () => void) => void;
  readonly #listeners = new Set<() => void>();
  #current: View;
  #isRequested = false;

  constructor(store: Store, requestFrame: (draw: () => void) => void) {
    this.#store = store;
    this.#requestFrame = requestFrame;
    this.#current = store.view;
    store.subscribe(() => this.#request());
  }

  /** What is on the screen now. */
  get current(): View {
    return this.#current;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #request(): void {
    if (this.#isRequested) return;
    this.#isRequested = true;
    this.#requestFrame(() => {
      this.#isRequested = false;
      this.#current = this.#store.view;
      for (const listener of this.#listeners) listener();
    });
  }
}
