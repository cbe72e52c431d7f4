/** Runs the world by the clock and asks for a picture only when there is a new one to see. */
import type { Cancel, Clock } from './clock.ts';
import type { WorldEvent } from './sim/events.ts';
import { secondsUntilChange, step } from './sim/step.ts';
import type { World } from './sim/world.ts';

export interface LoopOptions {
  readonly clock: Clock;
  /** Calls back before the next frame is shown, as `requestAnimationFrame` does. */
  readonly nextFrame: (action: () => void) => Cancel;
  readonly draw: (world: World) => void;
}

/** Milliseconds: what is nearer than this is waited for frame by frame. */
const NAP = 50;
/** Seconds: after a longer gap the machine slept, and nobody wants to see what was missed. */
const LONGEST_GAP = 15;

export class Loop {
  readonly #options: LoopOptions;
  #world: World | null = null;
  /** The revision on the screen; null when there is none. */
  #drawn: number | null = null;
  #lastStep = 0;
  #isPaused = false;
  #isFrozen = false;
  #cancel: Cancel | null = null;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  load(world: World): void {
    this.#world = world;
    this.#lastStep = this.#options.clock.now();
    this.redraw();
  }

  /** Events are of the moment in which they are told. */
  tell(events: readonly WorldEvent[]): void {
    if (!this.#world) return;
    this.#advance(this.#world);
    step(this.#world, events, 0);
    this.#schedule(0);
  }

  /** The picture is lost, or its size has changed. */
  redraw(): void {
    this.#drawn = null;
    this.#schedule(0);
  }

  /** From now on the picture stays as it is. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Nobody looks: time stands still, and events are only written down. */
  pause(): void {
    if (this.#isPaused) return;
    if (this.#world) this.#advance(this.#world);
    this.#isPaused = true;
    this.#cancel?.();
    this.#cancel = null;
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#lastStep = this.#options.clock.now();
    this.redraw();
  }

  #frame(): void {
    this.#cancel = null;
    const world = this.#world;
    if (!world) return;
    this.#advance(world);
    if (world.revision !== this.#drawn) {
      this.#drawn = world.revision;
      this.#options.draw(world);
    }
    if (!this.#isFrozen) this.#schedule(secondsUntilChange(world) * 1000);
  }

  #advance(world: World): void {
    const now = this.#options.clock.now();
    const elapsed = Math.min((now - this.#lastStep) / 1000, LONGEST_GAP);
    this.#lastStep = now;
    if (!this.#isPaused && !this.#isFrozen) step(world, [], elapsed);
  }

  #schedule(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#isPaused || !this.#world || milliseconds === Number.POSITIVE_INFINITY) return;
    const { clock, nextFrame } = this.#options;
    const wait = (): void => {
      this.#cancel = nextFrame(() => this.#frame());
    };
    if (milliseconds < NAP) wait();
    else this.#cancel = clock.after(milliseconds, wait);
  }
}
