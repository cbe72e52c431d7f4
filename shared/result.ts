/** The answer to a command: a value, or a code for programs and a message for people. */

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: string, message: string): Result<never> {
  return { ok: false, code, message };
}
