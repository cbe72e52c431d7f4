/** The relay: mirrors a remote d-back, the original or another one of ours, as one of its clients. */
import { createRandom } from '../../../../shared/random.ts';
import { RateLimit } from '../../server/rate-limit.ts';
import type { SourceContext } from '../configured-source.ts';
import type { Source } from '../source.ts';
import { RELAY } from './limits.ts';
import { Relay, type RelayOptions } from './relay.ts';
import { checkAddress } from './relay-address.ts';
import { RelayLog } from './relay-log.ts';

export type RelaySourceOptions = Pick<RelayOptions, 'credentials'>;

export function createRelaySource(
  context: SourceContext,
  options: RelaySourceOptions = {},
): Source {
  const { clock, version, instance, onUpstream, onFact } = context;
  return {
    kind: 'relay',
    async start(sink, signal) {
      const verdict = checkAddress(context.settings()['relay.url']);
      if (!verdict.ok) {
        sink.status({ condition: 'refused', problem: verdict.problem });
        return;
      }
      const relay = new Relay({
        ...options,
        context: {
          url: verdict.url,
          clock,
          instance,
          userAgent: `D-Back Desktop ${version}`,
          budget: new RateLimit(RELAY.burst, RELAY.rate, clock.now()),
          onPath: onUpstream,
        },
        sink,
        log: new RelayLog(clock, onFact),
        random: createRandom(clock.now()),
      });
      signal.addEventListener(
        'abort',
        () => {
          relay.stop();
          onUpstream([]);
        },
        { once: true },
      );
      relay.start();
    },
  };
}
