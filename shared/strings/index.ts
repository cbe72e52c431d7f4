/** The catalogue in use, and the phrases put together from it. */
import type { SourceProblem } from '../source-problem.ts';
import type { SourceStatus } from '../state.ts';
import { en } from './en.ts';

export type Catalogue = typeof en;

export const strings: Catalogue = en;

/**
 * `mock · rehearsal`: which source is live, and why or how well. With the time it counts the seconds
 * down: `relay · trying again in 12 s · showing what was last known`.
 */
export function sourceLine(status: SourceStatus, now?: number): string {
  const words = strings.source;
  const parts: string[] = [words.kind[status.kind], conditionText(status, now)];
  if (status.isStale) parts.push(words.stale);
  return parts.join(' · ');
}

function conditionText(status: SourceStatus, now: number | undefined): string {
  const words = strings.source;
  if (status.condition !== 'waiting' || now === undefined) return words.condition[status.condition];
  const seconds = secondsUntil(status.retryAt, now);
  return seconds > 0 ? words.retryIn(strings.measure.seconds(seconds)) : words.retrying;
}

/** Whole seconds, rounded up: 0 is now. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(0, Math.ceil((time - now) / 1_000));
}

/** What is the matter with a source, and what can be done. */
export function describeProblem({ code, detail }: SourceProblem): {
  readonly title: string;
  readonly advice: string;
} {
  const { title, advice } = strings.source.problem[code];
  return { title, advice: advice(detail) };
}
