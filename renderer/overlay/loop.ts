/** Runs the world by the clock and asks for a picture only when there is a new one to see. */
import type { Cancel, Clock } from './clock.ts';
import type { WorldEvent } from './sim/events.ts';
import { forgetLeavers, settle } from './sim/life.ts';
import { secondsUntilChange, step, TICK } from './sim/step.ts';
import type { World } from './sim/world.ts';

export interface LoopOptions {
  readonly clock: Clock;
  /** Calls back before the next frame is shown, as `requestAnimationFrame` does. */
  readonly nextFrame: (action: () => void) => Cancel;
  readonly draw: (world: World) => void;
  /** The most pictures a second; null for as many as the screen shows. */
  readonly fps: number | null;
}

/** Milliseconds: what is nearer than this is waited for frame by frame. */
const NAP = 50;
/** Seconds: after a longer gap the machine slept, and nobody wants to see what was missed. */
const LONGEST_GAP = 15;
/** Milliseconds by which a frame may come early: screens are not that exact. */
const EARLY = 2;

export class Loop {
  readonly #options: LoopOptions;
  #world: World | null = null;
  /** The revision on the screen; null when there is none. */
  #drawn: number | null = null;
  #lastStep = 0;
  #lastDrawing = Number.NEGATIVE_INFINITY;
  #drawings = 0;
  /** Null while somebody looks. */
  #pausedAt: number | null = null;
  #isFrozen = false;
  #cancel: Cancel | null = null;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  /** Pictures drawn so far. */
  get drawings(): number {
    return this.#drawings;
  }

  get world(): World | null {
    return this.#world;
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
    if (this.#pausedAt !== null) forgetLeavers(this.#world);
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
    if (this.#pausedAt !== null) return;
    if (this.#world) this.#advance(this.#world);
    this.#pausedAt = this.#options.clock.now();
    this.#cancel?.();
    this.#cancel = null;
  }

  resume(): void {
    if (this.#pausedAt === null) return;
    const now = this.#options.clock.now();
    const missed = Math.round((now - this.#pausedAt) / 1000 / TICK);
    this.#pausedAt = null;
    this.#lastStep = now;
    // Who came meanwhile is just there: nobody wants to see everything that was missed at once.
    if (this.#world) settle(this.#world, missed);
    this.redraw();
  }

  /** Milliseconds from one picture to the next, at least. */
  get #interval(): number {
    const { fps } = this.#options;
    return fps === null ? 0 : 1000 / fps;
  }

  #frame(): void {
    this.#cancel = null;
    const world = this.#world;
    if (!world) return;
    const { clock, draw } = this.#options;
    const tooEarly = this.#lastDrawing + this.#interval - EARLY - clock.now();
    if (tooEarly > 0) {
      this.#schedule(tooEarly);
      return;
    }
    this.#advance(world);
    if (world.revision !== this.#drawn) {
      this.#drawn = world.revision;
      this.#drawings += 1;
      this.#lastDrawing = clock.now();
      draw(world);
    }
    if (!this.#isFrozen) this.#schedule(secondsUntilChange(world) * 1000);
  }

  #advance(world: World): void {
    const now = this.#options.clock.now();
    const elapsed = Math.min((now - this.#lastStep) / 1000, LONGEST_GAP);
    this.#lastStep = now;
    if (this.#pausedAt === null && !this.#isFrozen) step(world, [], elapsed);
  }

  #schedule(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#pausedAt !== null || !this.#world || milliseconds === Number.POSITIVE_INFINITY)
      return;
    const { clock, nextFrame } = this.#options;
    const wait = (): void => {
      this.#cancel = nextFrame(() => this.#frame());
    };
    if (milliseconds < NAP) wait();
    else this.#cancel = clock.after(milliseconds, wait);
  }
}
