/** Waiting that an abort cuts short. */
import type { Clock } from '../../ports.ts';

/** Resolves after so many milliseconds, or at once when the signal aborts. */
export async function pause(clock: Clock, delay: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => {
    const finish = (): void => {
      cancel();
      signal.removeEventListener('abort', finish);
      done();
    };
    const cancel = clock.after(delay, finish);
    signal.addEventListener('abort', finish);
  });
}

export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
}
