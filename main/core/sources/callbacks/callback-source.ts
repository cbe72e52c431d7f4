/** A source made of callbacks in this very process, for programs that embed the core. */
import type { Clock } from '../../ports.ts';
import { systemClock } from '../../ports.ts';
import type { Source } from '../source.ts';
import { createLocalAsker, PATIENCE } from './asker.ts';
import { Backoff } from './backoff.ts';
import type { Broadcasts, Callbacks } from './callbacks.ts';
import { Feed } from './feed.ts';
import { messageOf, type OnDemandOptions, staticFile, validateUser } from './on-demand.ts';
import { pause } from './pause.ts';

export interface CallbackSourceOptions {
  readonly clock?: Clock;
  /** Milliseconds that a callback may take. */
  readonly patience?: number;
  /** Told of callbacks that throw, reject or are silent for too long. */
  readonly onTrouble?: (message: string) => void;
}

/** What is broadcast before the core has started it, or while another source is live, is lost. */
export type CallbackSource = Source & Broadcasts;

export function createCallbackSource(
  callbacks: Callbacks,
  options: CallbackSourceOptions = {},
): CallbackSource {
  const { clock = systemClock, patience = PATIENCE, onTrouble = () => undefined } = options;
  const asker = createLocalAsker(callbacks, clock, patience);
  const onDemand: OnDemandOptions = { clock, folder: process.cwd(), onTrouble };
  let feed: Feed | null = null;
  return {
    kind: 'script',
    async start(sink, signal) {
      const own = new Feed(sink, clock);
      const backoff = new Backoff();
      feed = own;
      while (!signal.aborted) {
        try {
          await own.run(asker, signal, () => {
            backoff.reset();
            sink.status({ condition: 'live' });
          });
        } catch (error) {
          const detail = messageOf(error);
          const delay = backoff.next();
          onTrouble(detail);
          const problem = { code: 'unexpected', detail } as const;
          sink.status({ condition: 'waiting', problem, retryAt: clock.now() + delay });
          await pause(clock, delay, signal);
        }
      }
    },
    staticFile: (path) => staticFile(asker, path, onDemand),
    validateUser: (token, user, guildId) => validateUser(asker, token, user, guildId, onDemand),
    viewerCame: () => feed?.refresh(),
    broadcastMessage: (...args) => feed?.broadcastMessage(...args),
    broadcastPresence: (...args) => feed?.broadcastPresence(...args),
    broadcastClientIdUpdate: (...args) => feed?.broadcastClientIdUpdate(...args),
    refresh: () => feed?.refresh(),
  };
}
