/** Asks callbacks, wherever they live, and waits no longer than agreed. */
import type { Clock } from '../../ports.ts';
import type { Callbacks } from './callbacks.ts';

export const CALLBACK_NAMES = [
  'onGetServerData',
  'onGetUserData',
  'onStaticRequest',
  'onValidateDiscordUser',
  'onGetClientId',
] as const satisfies readonly (keyof Callbacks)[];
export type CallbackName = (typeof CALLBACK_NAMES)[number];

export interface Asker {
  has(name: CallbackName): boolean;
  /** Answers with whatever the callback does. Rejects with a `CallbackError`. */
  ask(name: CallbackName, ...args: readonly unknown[]): Promise<unknown>;
}

export class CallbackError extends Error {
  readonly reason: 'threw' | 'silent';

  constructor(name: CallbackName, reason: 'threw' | 'silent', message: string) {
    super(`${name}: ${message}`);
    this.reason = reason;
  }
}

/** Milliseconds a callback may take. */
export const PATIENCE = 5_000;

export function silence(name: CallbackName, patience: number): CallbackError {
  return new CallbackError(name, 'silent', `no answer within ${patience / 1000} s`);
}

/** Settles as `answer` does, or rejects with `tooLate()` after a delay in milliseconds. */
export async function within<T>(
  clock: Clock,
  delay: number,
  answer: Promise<T>,
  tooLate: () => Error,
): Promise<T> {
  let cancel = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = clock.after(delay, () => reject(tooLate()));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    cancel();
  }
}

/** Asks callbacks of this very process. */
export function createLocalAsker(callbacks: Callbacks, clock: Clock, patience: number): Asker {
  return {
    has: (name) => callbacks[name] !== undefined,
    ask(name, ...args) {
      const run = async (): Promise<unknown> => {
        try {
          return await Reflect.apply(callbacks[name] ?? (() => null), callbacks, args);
        } catch (error) {
          throw new CallbackError(
            name,
            'threw',
            error instanceof Error ? error.message : `${error}`,
          );
        }
      };
      return within(clock, patience, run(), () => silence(name, patience));
    },
  };
}
