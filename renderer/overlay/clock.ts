/** Time as the overlay needs it, passed in so that a test can hold the hands. */

export type Cancel = () => void;

export interface Clock {
  /** Milliseconds that never run backwards. */
  now(): number;
  after(milliseconds: number, action: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
