/** What a script prints: lines for the event log, and the error that Node prints when it ends badly. */
import { StringDecoder } from 'node:string_decoder';
import type { Fact } from '../../../../shared/state.ts';
import type { Clock } from '../../ports.ts';
import { Allowance } from './allowance.ts';
import { PrintedError } from './printed-error.ts';

export type OutputStream = 'out' | 'err';

/** UTF-16 units of a line that the log keeps. */
const LONGEST_LINE = 500;
/** Lines at once, and a second. */
const LINES = { burst: 100, perSecond: 10 };

export class ScriptOutput {
  readonly #clock: Clock;
  readonly #onFact: (fact: Fact) => void;
  readonly #allowance: Allowance;
  readonly #printed = new PrintedError();
  readonly #rest = { out: '', err: '' };
  readonly #decoders = { out: new StringDecoder('utf8'), err: new StringDecoder('utf8') };
  #isMuted = false;

  constructor(clock: Clock, onFact: (fact: Fact) => void) {
    this.#clock = clock;
    this.#onFact = onFact;
    this.#allowance = new Allowance(LINES.burst, LINES.perSecond, clock.now());
  }

  /** The last error that was printed, as `script.mjs:3 TypeError: …`; null when there was none. */
  get error(): string | null {
    return this.#printed.text;
  }

  take(stream: OutputStream, chunk: Buffer): void {
    const lines = (this.#rest[stream] + this.#decoders[stream].write(chunk)).split('\n');
    // Of a line that does not end only the beginning is kept.
    this.#rest[stream] = cut(lines.pop() ?? '');
    for (const line of lines) this.#line(stream, line);
  }

  /** The last line may lack its end. */
  end(): void {
    for (const stream of ['out', 'err'] as const) {
      this.#line(stream, this.#rest[stream]);
      this.#rest[stream] = '';
    }
  }

  #line(stream: OutputStream, printed: string): void {
    const line = cut(printed).trimEnd();
    if (stream === 'err') this.#printed.take(line);
    if (line === '' || this.#printed.isForeign(line)) return;
    if (this.#allowance.take(this.#clock.now())) {
      this.#isMuted = false;
      this.#onFact({ kind: 'script', what: 'printed', stream, text: line });
    } else if (!this.#isMuted) {
      this.#isMuted = true;
      this.#onFact({ kind: 'script', what: 'muted' });
    }
  }
}

/** A copy, not a slice: that would keep the whole text alive for as long as the log does. */
function cut(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  return `${Buffer.from(text.slice(0, LONGEST_LINE - 1)).toString()}…`;
}
