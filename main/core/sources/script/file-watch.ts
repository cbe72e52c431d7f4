/**
 * Notices that a file was saved. It looks instead of being told: editors that put a new file in
 * place of the old one, folders that go away and network drives are all alike then.
 */
import { stat } from 'node:fs/promises';
import type { Cancel, Clock } from '../../ports.ts';

/** Milliseconds between two looks. */
const INTERVAL = 500;
const MOST_FILES = 200;

interface Watched {
  version: string | null;
  /** Seen missing or empty once: somebody may be writing it. */
  isUnsettled: boolean;
}

export class FileWatch {
  /** Resolves when one of them is another than when it was added. */
  readonly changed: Promise<void>;
  readonly #files = new Map<string, Watched>();
  readonly #cancel: Cancel;
  #onChanged: () => void = () => undefined;

  constructor(clock: Clock) {
    this.changed = new Promise((resolve) => {
      this.#onChanged = resolve;
    });
    this.#cancel = clock.every(INTERVAL, () => void this.#look());
  }

  /** Answers whether it is there. */
  async add(file: string): Promise<boolean> {
    const version = await versionOf(file);
    if (!this.#files.has(file) && this.#files.size < MOST_FILES) {
      this.#files.set(file, { version, isUnsettled: false });
    }
    return version !== null;
  }

  stop(): void {
    this.#cancel();
  }

  async #look(): Promise<void> {
    await Promise.all(
      Array.from(this.#files, async ([file, watched]) => {
        const version = await versionOf(file);
        const isSame = version === watched.version;
        if (!isSame && (version !== null || watched.isUnsettled)) this.#onChanged();
        watched.isUnsettled = !isSame;
      }),
    );
  }
}

/** Null for what is missing, empty or no file. */
async function versionOf(file: string): Promise<string | null> {
  try {
    const stats = await stat(file);
    const { ino, size, mtimeMs } = stats;
    return stats.isFile() && size > 0 ? `${ino} ${size} ${mtimeMs}` : null;
  } catch {
    return null;
  }
}
