/** Decides whether a client may see a protected guild. It fails closed. */
import { ERROR_TEXT, type ErrorText, type GuildId } from '../../../shared/protocol.ts';
import type { Clock } from '../ports.ts';
import type { Source } from '../sources/source.ts';
import type { Credentials } from './client-frame.ts';
import { LIMITS } from './limits.ts';

/** Asks the live source; null stands for "let in". No validator, an error or a delay means refused. */
export type LoginCheck = (
  credentials: Credentials | null,
  guildId: GuildId,
) => Promise<ErrorText | null>;

export function createLoginCheck(clock: Clock, liveSource: () => Source | null): LoginCheck {
  return async (credentials, guildId) => {
    if (!credentials) return ERROR_TEXT.loginRequired;
    const source = liveSource();
    if (!source?.validateUser) return ERROR_TEXT.loginFailed;
    const tooLate = timeLimit(clock, LIMITS.loginTimeout);
    try {
      const answer = source.validateUser(credentials.token, credentials.user, guildId);
      const valid = (await Promise.race([answer, tooLate.promise])) === true;
      return valid ? null : ERROR_TEXT.loginFailed;
    } catch {
      return ERROR_TEXT.loginFailed;
    } finally {
      tooLate.cancel();
    }
  };
}

function timeLimit(clock: Clock, delay: number): { promise: Promise<false>; cancel: () => void } {
  let cancel = (): void => undefined;
  const promise = new Promise<false>((resolve) => {
    cancel = clock.after(delay, () => resolve(false));
  });
  return { promise, cancel };
}
