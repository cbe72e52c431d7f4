/** One run of a script: asks it, listens to it, and notices when it fails. */
import { fileURLToPath } from 'node:url';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { ProblemCode, SourceProblem } from '../../../../shared/source-problem.ts';
import type { Fact } from '../../../../shared/state.ts';
import type { Cancel, Clock, ScriptChild } from '../../ports.ts';
import {
  type Asker,
  CallbackError,
  type CallbackName,
  PATIENCE,
  silence,
  within,
} from '../callbacks/asker.ts';
import { Allowance } from './allowance.ts';
import {
  type BroadcastName,
  type FromScript,
  readFromScript,
  type ToScript,
} from './script-message.ts';
import { type OutputStream, ScriptOutput } from './script-output.ts';

/** Milliseconds until a script must be loaded, and until one that is asked to end is killed. */
const LOAD_PATIENCE = 30_000;
const END_PATIENCE = 1_000;
/** How often in that time a silent script is asked whether it is still there. */
const PINGS = 5;
/** Broadcasts at once, and a second: more than anybody can read. */
const BROADCASTS = { burst: 5_000, perSecond: 500 };
/** Bytes that it may print at once, and a second. */
const OUTPUT = { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 };
/** Questions that may be open. */
const MOST_QUESTIONS = 1_000;
/** Milliseconds to wait for the last that it printed, after it has ended. */
const LAST_WORDS = 500;

export interface ScriptProcessOptions {
  readonly clock: Clock;
  readonly patience?: number;
  readonly onFact: (fact: Fact) => void;
  readonly onBroadcast: (name: BroadcastName, args: readonly unknown[]) => void;
  readonly onRefresh: () => void;
  /** A file that it is made of. */
  readonly onUse: (file: string) => void;
}

interface Question {
  readonly name: CallbackName;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class ScriptProcess implements Asker {
  /** Stays open when it fails before that. */
  readonly loaded: Promise<void>;
  /** What it failed of. It is then over, or about to be. */
  readonly failed: Promise<SourceProblem>;
  readonly #exited: Promise<void>;
  readonly #child: ScriptChild;
  readonly #options: ScriptProcessOptions;
  readonly #patience: number;
  readonly #output: ScriptOutput;
  readonly #registered = new Set<CallbackName>();
  readonly #questions = new Map<number, Question>();
  readonly #broadcasts: Allowance;
  readonly #printed: Allowance;
  readonly #timers: Cancel[];
  #nextId = 1;
  #unanswered = 0;
  #isLoaded = false;
  #isOver = false;
  #onLoaded: () => void = () => undefined;
  #onFailed: (problem: SourceProblem) => void = () => undefined;

  constructor(child: ScriptChild, file: string, options: ScriptProcessOptions) {
    const { clock, onFact, patience = PATIENCE } = options;
    this.#child = child;
    this.#options = options;
    this.#patience = patience;
    this.#output = new ScriptOutput(clock, onFact);
    this.#broadcasts = new Allowance(BROADCASTS.burst, BROADCASTS.perSecond, clock.now());
    this.#printed = new Allowance(OUTPUT.burst, OUTPUT.perSecond, clock.now());
    this.loaded = new Promise((resolve) => {
      this.#onLoaded = resolve;
    });
    this.failed = new Promise((resolve) => {
      this.#onFailed = resolve;
    });
    this.#exited = new Promise((resolve) => {
      child.onExit((code) => {
        resolve();
        void this.#tellLastWords(code);
      });
    });
    child.onMessage((message) => this.#receive(message));
    child.stdout?.on('data', (chunk: Buffer) => this.#print('out', chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.#print('err', chunk));
    this.#timers = [
      clock.every(patience / PINGS, () => this.#ping()),
      clock.after(LOAD_PATIENCE, () => {
        const detail = `its default function did not end within ${LOAD_PATIENCE / 1000} s`;
        if (!this.#isLoaded) this.#fail('script-hung', detail);
      }),
    ];
    this.#send({ type: 'load', file });
  }

  has(name: CallbackName): boolean {
    return this.#registered.has(name);
  }

  async ask(name: CallbackName, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#isOver || this.#questions.size >= MOST_QUESTIONS) {
      throw new CallbackError(name, 'silent', 'the script has too much to do');
    }
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => {
      this.#questions.set(id, { name, resolve, reject });
    });
    this.#send({ type: 'ask', id, name, args });
    try {
      const { clock } = this.#options;
      return await within(clock, this.#patience, answer, () => silence(name, this.#patience));
    } finally {
      this.#questions.delete(id);
    }
  }

  /** Asks it to end, and sees to it. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#end();
    this.#send({ type: 'end' });
    const cancel = this.#options.clock.after(END_PATIENCE, () => this.#child.kill());
    await this.#exited;
    cancel();
  }

  #end(): void {
    this.#isOver = true;
    for (const cancel of this.#timers.splice(0)) cancel();
  }

  #fail(code: ProblemCode, detail: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#child.kill();
    this.#onFailed({ code, detail });
  }

  /** Counts questions, not time: a computer that slept has not been waiting. */
  #ping(): void {
    if (this.#unanswered >= PINGS) {
      this.#fail('script-hung', `it was busy for ${this.#patience / 1000} s`);
      return;
    }
    this.#unanswered += 1;
    this.#send({ type: 'ping' });
  }

  #send(message: ToScript): void {
    this.#child.send(JSON.stringify(message));
  }

  #receive(text: unknown): void {
    if (this.#isOver) return;
    this.#unanswered = 0;
    const message = readFromScript(text);
    if (message) this.#hear(message);
  }

  #hear(message: FromScript): void {
    switch (message.type) {
      case 'loaded':
        this.#isLoaded = true;
        this.#onLoaded();
        break;
      case 'pong':
        break;
      case 'refresh':
        if (this.#mayBroadcast()) this.#options.onRefresh();
        break;
      case 'registered':
        this.#registered.add(message.name);
        break;
      case 'uses':
        this.#use(message.file);
        break;
      case 'answer':
        this.#questions.get(message.id)?.resolve(message.value);
        break;
      case 'threw': {
        const question = this.#questions.get(message.id);
        question?.reject(new CallbackError(question.name, 'threw', message.message));
        break;
      }
      case 'broadcast':
        if (this.#mayBroadcast()) this.#options.onBroadcast(message.name, message.args);
        break;
      default:
        assertNever(message);
    }
  }

  #mayBroadcast(): boolean {
    if (this.#broadcasts.take(this.#options.clock.now())) return true;
    this.#fail('script-flood', `more than ${BROADCASTS.perSecond} broadcasts a second`);
    return false;
  }

  #use(url: string): void {
    try {
      this.#options.onUse(fileURLToPath(url));
    } catch {
      // The script may say anything; what is no file is not watched.
    }
  }

  #print(stream: OutputStream, chunk: Buffer): void {
    if (this.#printed.take(this.#options.clock.now(), chunk.length)) {
      this.#output.take(stream, chunk);
    } else {
      this.#fail('script-flood', 'it prints without end');
    }
  }

  async #tellLastWords(code: number | null): Promise<void> {
    const { stderr } = this.#child;
    if (stderr?.readable) {
      const ended = new Promise((resolve) => stderr.once('end', resolve));
      const late = new Promise((resolve) =>
        this.#options.clock.after(LAST_WORDS, () => resolve(null)),
      );
      await Promise.race([ended, late]);
    }
    this.#output.end();
    const { error } = this.#output;
    const detail = error ?? (code === null ? 'it was ended' : `it ended with exit code ${code}`);
    const isBroken = !this.#isLoaded && error !== null && /\bSyntaxError\b|\[ERR_/.test(error);
    this.#fail(isBroken ? 'script-broken' : 'script-crashed', detail);
  }
}
