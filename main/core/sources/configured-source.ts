/** The real source that the settings ask for. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { BotInfo, Fact } from '../../../shared/state.ts';
import type { Clock, ForkScript, SecretsPort } from '../ports.ts';
import { createRelaySource } from './relay/relay-source.ts';
import { ScriptSource } from './script/script-source.ts';
import type { Source } from './source.ts';

/** What a real source may ask of the core. */
export interface SourceContext {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly secrets: SecretsPort;
  readonly forkScript: ForkScript | undefined;
  readonly version: string;
  /** A random name of this program, for as long as it runs. */
  readonly instance: string;
  /** Through which other programs the news come, nearest first; none when nobody is followed. */
  readonly onUpstream: (path: readonly string[]) => void;
  readonly onFact: (fact: Fact) => void;
  readonly onBot: (bot: BotInfo | null) => void;
}

/** Null when none is chosen. */
export function createConfiguredSource(context: SourceContext): Source | null {
  const kind = context.settings()['source.kind'];
  switch (kind) {
    case 'relay':
      return createRelaySource(context);
    case 'none':
    case 'ingest':
    case 'bot':
      return null;
    case 'script':
      return context.forkScript ? createScriptSource(context, context.forkScript) : null;
    default:
      return assertNever(kind);
  }
}

function createScriptSource({ clock, settings, onFact }: SourceContext, fork: ForkScript): Source {
  const file = settings()['script.file'];
  return new ScriptSource({ clock, file, fork, environment: process.env, onFact });
}
