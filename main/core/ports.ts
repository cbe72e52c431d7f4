/** What the core asks of its host, so that it runs the same in Electron, in Node and in a test. */
import type { SecretName } from '../../shared/secrets.ts';
import type { SettingChange, Settings } from '../../shared/settings.ts';
import type { Notice, SecretsStatus } from '../../shared/state.ts';

export type Cancel = () => void;

/** Times are milliseconds. */
export interface Clock {
  /** Since the epoch. */
  now(): number;
  after(delay: number, run: () => void): Cancel;
  every(interval: number, run: () => void): Cancel;
}

/** The settings in force. A change is kept in memory even when it cannot be saved. */
export interface SettingsPort {
  values(): Settings;
  change(...change: SettingChange): void;
  /** Another port than the wanted one was taken: saved, unless a flag chose the port for this run. */
  keepPort(port: number): void;
  /** Resolves when every change so far is saved, or known not to be. */
  saved(): Promise<void>;
  /** Called with what went wrong while loading, and later while saving. */
  onNotice(listener: (notice: Notice) => void): void;
}

/** Where tokens are kept. Their values are never logged, and never part of the state. */
export interface SecretsPort {
  /** Null when it is not there or cannot be read any more. */
  get(name: SecretName): Promise<string | null>;
  /** Null erases it. */
  set(name: SecretName, value: string | null): Promise<void>;
  status(): Promise<SecretsStatus>;
}

/** A process for a script, with a channel for texts. */
export interface ScriptChild {
  /** Nothing is sent to a process that has ended. */
  send(text: string): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once; the code is null when a signal ended it, or when it never began. */
  onExit(listener: (code: number | null) => void): void;
  readonly stdout: NodeJS.ReadableStream | null;
  readonly stderr: NodeJS.ReadableStream | null;
  /** At once and for certain. */
  kill(): void;
}

export interface ScriptLaunch {
  readonly cwd: string;
  /** All that its environment holds. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts `out/main/script-runner.cjs` in a process of its own. */
export type ForkScript = (launch: ScriptLaunch) => Promise<ScriptChild>;

export interface Ports {
  readonly clock: Clock;
  readonly settings: SettingsPort;
  readonly secrets: SecretsPort;
  /** Without it there are no scripts. */
  readonly forkScript?: ForkScript;
  /** The folder of the built overlay page. */
  readonly pagesDir: string;
  readonly version: string;
}

export const systemClock: Clock = {
  now: Date.now,
  after(delay, run) {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
  every(interval, run) {
    const timer = setInterval(run, interval);
    return () => clearInterval(timer);
  },
};
