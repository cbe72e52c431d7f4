/** Looks at a remote server's list and leaves: at first, and again from time to time. */
import { reconnectDelay } from '../../../../shared/backoff.ts';
import type { Random } from '../../../../shared/random.ts';
import type { SourceProblem } from '../../../../shared/source-problem.ts';
import type { Cancel } from '../../ports.ts';
import { RELAY } from './limits.ts';
import type { RemoteGuild } from './remote-frame.ts';
import { type RemoteContext, RemoteSocket } from './remote-socket.ts';

export interface ScoutOptions {
  readonly context: RemoteContext;
  readonly random: Random;
  /** Answers whether there was anything to follow; if not, the scout is back soon. */
  readonly returned: (guilds: readonly RemoteGuild[]) => boolean;
  readonly failed: (problem: SourceProblem) => void;
  readonly leaving: () => void;
}

/** The original tells of its list on opening alone, so that somebody has to come and see. */
export class Scout {
  readonly #options: ScoutOptions;
  #socket: RemoteSocket | null = null;
  #failures = 0;
  #nextAt = 0;
  #cancelTimer: Cancel = () => undefined;

  constructor(options: ScoutOptions) {
    this.#options = options;
  }

  /** When it leaves again, in milliseconds since the epoch. */
  get nextAt(): number {
    return this.#nextAt;
  }

  start(): void {
    const { context, leaving, returned } = this.#options;
    leaving();
    const socket: RemoteSocket = new RemoteSocket(context, {
      heard: (frame) => {
        socket.close();
        if (frame.type === 'list' && returned(frame.guilds)) this.#succeed();
        else this.#fail({ code: 'relay-no-guild', detail: context.url.host });
      },
      ended: (problem) => this.#fail(problem),
    });
    this.#socket = socket;
  }

  stop(): void {
    this.#cancelTimer();
    this.#socket?.close();
  }

  #succeed(): void {
    this.#failures = 0;
    this.#startAfter(RELAY.refreshEvery);
  }

  #fail(problem: SourceProblem): void {
    const { random, failed } = this.#options;
    this.#startAfter(reconnectDelay(this.#failures, RELAY.longestPause, random));
    this.#failures += 1;
    failed(problem);
  }

  #startAfter(delay: number): void {
    const { clock } = this.#options.context;
    this.#nextAt = clock.now() + delay;
    this.#cancelTimer();
    this.#cancelTimer = clock.after(delay, () => this.start());
  }
}
