/** The catalogue in use, and the phrases put together from it. */
import type { SourceStatus } from '../state.ts';
import { en } from './en.ts';

export type Catalogue = typeof en;

export const strings: Catalogue = en;

/** `mock · rehearsal`: which source is live, and why or how well. */
export function sourceLine({ kind, condition }: SourceStatus): string {
  return `${strings.source.kind[kind]} · ${strings.source.condition[condition]}`;
}
