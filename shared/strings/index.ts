/** The catalogue in use, and the phrases put together from it. */
import type { SourceProblem } from '../source-problem.ts';
import type { SourceStatus } from '../state.ts';
import { en } from './en.ts';

export type Catalogue = typeof en;

export const strings: Catalogue = en;

/** `mock · rehearsal`: which source is live, and why or how well. */
export function sourceLine({ kind, condition }: SourceStatus): string {
  return `${strings.source.kind[kind]} · ${strings.source.condition[condition]}`;
}

/** What is the matter with a source, and what can be done. */
export function describeProblem({ code, detail }: SourceProblem): {
  readonly title: string;
  readonly advice: string;
} {
  const { title, advice } = strings.source.problem[code];
  return { title, advice: advice(detail) };
}
