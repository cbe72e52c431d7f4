/** The rehearsal: invented communities that behave the same for the same scenario and seed. */
import type { Scenario } from '../../../../shared/settings/mock.ts';
import type { SourceCondition } from '../../../../shared/state.ts';
import type { Clock } from '../../ports.ts';
import type { Source } from '../source.ts';
import { MOCK_GUILDS } from './guilds.ts';
import { SCRIPTS } from './scenarios.ts';
import { Stage } from './stage.ts';

export interface MockOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Why the mock source is live. */
  readonly condition: Extract<SourceCondition['condition'], 'rehearsal' | 'no-source'>;
}

export function createMockSource(clock: Clock, options: MockOptions): Source {
  const script = SCRIPTS[options.scenario];
  return {
    kind: 'mock',
    async start(sink, signal) {
      sink.servers(MOCK_GUILDS);
      // One timer a guild, however many overlays watch it.
      for (const guild of MOCK_GUILDS) {
        const stage = new Stage({ ...guild, members: script.cast(guild) }, sink, options.seed);
        let step = 0;
        const stop = clock.every(script.stepTime, () => {
          step += 1;
          script.play(stage, step);
        });
        signal.addEventListener('abort', stop, { once: true });
      }
      sink.status({ condition: options.condition });
    },
  };
}
