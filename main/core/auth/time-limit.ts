/** An answer that comes when nothing else did in time. */
import type { Cancel, Clock } from '../ports.ts';

/** `delay` in milliseconds. */
export function timeLimit<T>(
  clock: Clock,
  delay: number,
  answer: T,
): { readonly promise: Promise<T>; readonly cancel: Cancel } {
  let cancel: Cancel = () => undefined;
  const promise = new Promise<T>((resolve) => {
    cancel = clock.after(delay, () => resolve(answer));
  });
  return { promise, cancel: () => cancel() };
}
