/** The script source: keeps the streamer's script running, starts it anew when it fails or is saved. */
import { dirname, resolve } from 'node:path';
import type { GuildId } from '../../../../shared/protocol.ts';
import type { ProblemCode, SourceProblem } from '../../../../shared/source-problem.ts';
import type { Fact } from '../../../../shared/state.ts';
import type { Clock, ForkScript } from '../../ports.ts';
import { CallbackError } from '../callbacks/asker.ts';
import { Backoff } from '../callbacks/backoff.ts';
import { Feed } from '../callbacks/feed.ts';
import {
  messageOf,
  type OnDemandOptions,
  staticFile,
  validateUser,
} from '../callbacks/on-demand.ts';
import { aborted, pause } from '../callbacks/pause.ts';
import type { DiscordUser, GivenFile, Source, SourceSink } from '../source.ts';
import { Allowance } from './allowance.ts';
import { FileWatch } from './file-watch.ts';
import { scriptEnvironment } from './script-environment.ts';
import { ScriptProcess } from './script-process.ts';

/** Milliseconds after which a script that fails is one that worked before. */
const GOOD_RUN = 60_000;
/** Failed answers that are logged at once, and a second. */
const TROUBLES = { burst: 10, perSecond: 0.2 };

const NOTHING_TO_ASK: SourceProblem = {
  code: 'script-broken',
  detail: 'it must call dback.onGetServerData',
};
/** Saving it, or putting it back, is the only thing that helps. */
const NEEDS_THE_STREAMER: readonly ProblemCode[] = ['script-missing', 'script-broken'];

export interface ScriptSourceOptions {
  readonly clock: Clock;
  /** Null when none is chosen yet. */
  readonly file: string | null;
  readonly fork: ForkScript;
  readonly environment: NodeJS.ProcessEnv;
  readonly onFact: (fact: Fact) => void;
  /** Milliseconds for each of its answers. */
  readonly patience?: number;
}

export class ScriptSource implements Source {
  readonly kind = 'script';
  readonly #options: ScriptSourceOptions;
  readonly #troubles: Allowance;
  #feed: Feed | null = null;
  /** Null while there is no script to be asked. */
  #process: ScriptProcess | null = null;

  constructor(options: ScriptSourceOptions) {
    this.#options = options;
    this.#troubles = new Allowance(TROUBLES.burst, TROUBLES.perSecond, options.clock.now());
  }

  async start(sink: SourceSink, signal: AbortSignal): Promise<void> {
    const { clock, file } = this.#options;
    if (file === null) {
      sink.status({ condition: 'refused', problem: { code: 'script-no-file', detail: '' } });
      return;
    }
    const feed = new Feed(sink, clock);
    const backoff = new Backoff();
    this.#feed = feed;
    while (!signal.aborted) {
      const watch = new FileWatch(clock);
      const began = clock.now();
      const problem = await this.#run(resolve(file), feed, watch, sink, signal);
      if (clock.now() - began >= GOOD_RUN) backoff.reset();
      if (problem && !signal.aborted) await this.#recover(problem, backoff, watch, sink, signal);
      else backoff.reset();
      watch.stop();
    }
  }

  staticFile(path: string): Promise<GivenFile | null> | null {
    return this.#process && staticFile(this.#process, path, this.#onDemand);
  }

  async validateUser(token: string, user: DiscordUser, guildId: GuildId): Promise<boolean> {
    if (!this.#process) return false;
    return validateUser(this.#process, token, user, guildId, this.#onDemand);
  }

  viewerCame(): void {
    this.#feed?.refresh();
  }

  get #onDemand(): OnDemandOptions {
    const { clock, file } = this.#options;
    return {
      clock,
      folder: dirname(resolve(file ?? '')),
      onTrouble: (message) => this.#tell(message),
    };
  }

  /** Until it fails (answers with why), or is saved, or nobody wants it any more. */
  async #run(
    file: string,
    feed: Feed,
    watch: FileWatch,
    sink: SourceSink,
    signal: AbortSignal,
  ): Promise<SourceProblem | null> {
    if (!(await watch.add(file))) return { code: 'script-missing', detail: file };
    const script = await this.#fork(file, feed, watch);
    const over = new AbortController();
    const asking = script.loaded.then(async () => {
      if (!script.has('onGetServerData')) return NOTHING_TO_ASK;
      this.#process = script;
      return ask(script, feed, over.signal, () => sink.status({ condition: 'live' }));
    });
    const problem = await Promise.race([
      script.failed,
      asking,
      watch.changed.then(() => null),
      aborted(signal).then(() => null),
    ]);
    over.abort();
    this.#process = null;
    await script.stop();
    return problem;
  }

  async #fork(file: string, feed: Feed, watch: FileWatch): Promise<ScriptProcess> {
    const { fork, environment, clock, onFact, patience } = this.#options;
    const child = await fork({ cwd: dirname(file), env: scriptEnvironment(environment) });
    return new ScriptProcess(child, file, {
      clock,
      onFact,
      onBroadcast: (name, args) => Reflect.apply(feed[name], feed, args),
      onRefresh: () => feed.refresh(),
      onUse: (used) => void watch.add(used),
      ...(patience !== undefined && { patience }),
    });
  }

  /** Until it is time to try again, or the script is saved, or nobody wants it any more. */
  async #recover(
    problem: SourceProblem,
    backoff: Backoff,
    watch: FileWatch,
    sink: SourceSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, onFact } = this.#options;
    onFact({ kind: 'source', what: 'failed', source: 'script', message: problem.detail });
    const saved = watch.changed.then(() => backoff.reset());
    if (NEEDS_THE_STREAMER.includes(problem.code)) {
      sink.status({ condition: 'refused', problem });
      await Promise.race([saved, aborted(signal)]);
      return;
    }
    const delay = backoff.next();
    sink.status({ condition: 'waiting', problem, retryAt: clock.now() + delay });
    await Promise.race([saved, pause(clock, delay, signal)]);
  }

  #tell(message: string): void {
    const { clock, onFact } = this.#options;
    if (!this.#troubles.take(clock.now())) return;
    onFact({ kind: 'source', what: 'failed', source: 'script', message });
  }
}

/** Answers with what went wrong, or with null when it was told to end. */
async function ask(
  script: ScriptProcess,
  feed: Feed,
  signal: AbortSignal,
  onAnswered: () => void,
): Promise<SourceProblem | null> {
  try {
    await feed.run(script, signal, onAnswered);
    return null;
  } catch (error) {
    const isSilent = error instanceof CallbackError && error.reason === 'silent';
    return { code: isSilent ? 'script-hung' : 'script-crashed', detail: messageOf(error) };
  }
}
