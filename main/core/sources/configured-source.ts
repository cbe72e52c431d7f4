/** The real source that the settings ask for. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { BotInfo, Fact } from '../../../shared/state.ts';
import type { Clock, SecretsPort } from '../ports.ts';
import type { Source } from './source.ts';

/** What a real source may ask of the core. */
export interface SourceContext {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly secrets: SecretsPort;
  readonly version: string;
  readonly onFact: (fact: Fact) => void;
  readonly onBot: (bot: BotInfo | null) => void;
}

/** Null when none is chosen. */
export function createConfiguredSource(context: SourceContext): Source | null {
  const kind = context.settings()['source.kind'];
  switch (kind) {
    case 'none':
    case 'relay':
    case 'ingest':
    case 'script':
    case 'bot':
      return null;
    default:
      return assertNever(kind);
  }
}
