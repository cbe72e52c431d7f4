/** The hour of the island's day: fixed by the address, or the streamer's own. */
import type { Cancel, Clock } from './clock.ts';

/** Of the light's changes: more often, and every picture would have to be painted anew. */
const STEPS_A_DAY = 96;
const HOURS = 24;

export interface LightOptions {
  readonly clock: Clock;
  /** Hours since the streamer's midnight. */
  readonly localHour: () => number;
  readonly onHour: (hour: number) => void;
}

/** Tells the hour now and whenever the light changes. */
export class Light {
  readonly #options: LightOptions;
  #told: number | null = null;
  #cancel: Cancel = () => undefined;

  constructor(options: LightOptions) {
    this.#options = options;
  }

  start(): void {
    const { clock, localHour, onHour } = this.#options;
    const step = Math.floor((localHour() / HOURS) * STEPS_A_DAY);
    if (step !== this.#told) {
      this.#told = step;
      onHour((step / STEPS_A_DAY) * HOURS);
    }
    // Clocks are set and machines sleep: looking again each minute costs nothing.
    this.#cancel = clock.after(60_000, () => this.start());
  }

  stop(): void {
    this.#cancel();
  }
}

/** Hours since midnight, where the streamer lives. */
export function hourOf(date: Date): number {
  return date.getHours() + date.getMinutes() / 60;
}
