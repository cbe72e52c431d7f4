/** `secrets.json`: encrypted values by name. Written in one piece, readable by its owner alone. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRecord } from '../../shared/guards.ts';
import type { SecretName } from '../../shared/secrets.ts';

export const SECRETS_FILE = 'secrets.json';

export class SecretsFile {
  readonly #file: string;
  /** Writes wait for each other. */
  #written: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  async get(name: SecretName): Promise<Buffer | null> {
    const value = (await this.#read())[name];
    return typeof value === 'string' ? Buffer.from(value, 'base64') : null;
  }

  /** Null erases it. Whatever else is in the file stays there. Rejects when it cannot be written. */
  async set(name: SecretName, value: Buffer | null): Promise<void> {
    const write = this.#written.then(async () => {
      const { [name]: before, ...others } = await this.#read();
      if (value === null && before === undefined) return;
      const next = value === null ? others : { ...others, [name]: value.toString('base64') };
      await this.#write(next);
    });
    this.#written = write.catch(() => undefined);
    return write;
  }

  /** A file that is no JSON is moved aside: it may be worth something to somebody. */
  async #read(): Promise<Record<string, unknown>> {
    const content = parse(await readFile(this.#file, 'utf8').catch(nothingIfMissing));
    if (content) return content;
    await rename(this.#file, `${this.#file}.broken`);
    return {};
  }

  async #write(content: Record<string, unknown>): Promise<void> {
    const draft = `${this.#file}.${randomUUID()}`;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      await rename(draft, this.#file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(text);
    return isRecord(content) ? content : null;
  } catch {
    return null;
  }
}

function nothingIfMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
  throw error;
}
