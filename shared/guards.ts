/** Small type guards, and ways to combine them, for everything that crosses a trust boundary. */

export type Guard<T> = (value: unknown) => value is T;

export const isString: Guard<string> = (value): value is string => typeof value === 'string';

export const isBoolean: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';

/** A plain object: not null, not an array. */
export const isRecord: Guard<Record<string, unknown>> = (value): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isIntegerIn(min: number, max: number): Guard<number> {
  return (value): value is number =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

/** Neither infinite nor NaN: those are in no range. */
export function isNumberIn(min: number, max: number): Guard<number> {
  return (value): value is number => typeof value === 'number' && value >= min && value <= max;
}

export function isStringUpTo(length: number): Guard<string> {
  return (value): value is string => isString(value) && value.length <= length;
}

export function isOneOf<const T extends readonly unknown[]>(choices: T): Guard<T[number]> {
  return (value): value is T[number] => choices.includes(value);
}

export function isArrayOf<T>(guard: Guard<T>, maxLength: number): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= maxLength && value.every(guard);
}

export function isNullOr<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** An argument list: exactly these guards, one for each place. */
export function isTuple<T extends readonly unknown[]>(
  ...guards: { [K in keyof T]: Guard<T[K]> }
): Guard<T> {
  return (value): value is T =>
    Array.isArray(value) &&
    value.length === guards.length &&
    guards.every((guard, index) => guard(value[index]));
}
