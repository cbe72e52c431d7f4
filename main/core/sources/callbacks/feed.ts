/** Asks the callbacks who is there, whenever that may have changed, and passes broadcasts on. */
import type { GuildId } from '../../../../shared/protocol.ts';
import type { Clock } from '../../ports.ts';
import type { SourceSink } from '../source.ts';
import { readGuilds, readPresence, readUsers, textOf } from './answers.ts';
import type { Asker } from './asker.ts';
import type { Broadcasts } from './callbacks.ts';
import { pause } from './pause.ts';

/** Milliseconds between two rounds of questions, at least and at most. */
const SHORTEST_GAP = 1_000;
const LONGEST_GAP = 30_000;

export class Feed implements Broadcasts {
  readonly #sink: SourceSink;
  readonly #clock: Clock;
  /** The guilds as they were last reported. */
  #told = '';
  /** Snowflakes by snowflake and by id. */
  #guildIds = new Map<string, GuildId>();
  #isWanted = false;
  #wake: () => void = () => undefined;

  constructor(sink: SourceSink, clock: Clock) {
    this.#sink = sink;
    this.#clock = clock;
  }

  /**
   * Asks until the signal aborts; `onAnswered` follows each round. Rejects with what went wrong,
   * after which it may be run again, with another asker too: what was told before is remembered.
   */
  async run(asker: Asker, signal: AbortSignal, onAnswered: () => void): Promise<void> {
    while (!signal.aborted) {
      this.#isWanted = false;
      await this.#round(asker, signal);
      if (signal.aborted) return;
      onAnswered();
      await pause(this.#clock, SHORTEST_GAP, signal);
      if (!this.#isWanted) await this.#untilWanted(signal);
    }
  }

  refresh(): void {
    this.#isWanted = true;
    this.#wake();
  }

  broadcastMessage(server: unknown, uid: unknown, message: unknown, channel: unknown): void {
    const guildId = this.#guildIds.get(textOf(server));
    if (guildId === undefined) return;
    const report = { uid: textOf(uid), message: textOf(message), channel: textOf(channel) };
    this.#sink.message(guildId, report);
  }

  broadcastPresence(server: unknown, uid: unknown, status: unknown, details?: unknown): void {
    const guildId = this.#guildIds.get(textOf(server));
    if (guildId !== undefined) this.#sink.presence(guildId, readPresence(uid, status, details));
  }

  broadcastClientIdUpdate(server: unknown, clientId: unknown): void {
    const guildId = this.#guildIds.get(textOf(server));
    if (guildId !== undefined) this.#sink.clientId(guildId, textOf(clientId));
  }

  /** Nothing is reported before all is known: overlays see the old community until then. */
  async #round(asker: Asker, signal: AbortSignal): Promise<void> {
    const guilds = readGuilds(await asker.ask('onGetServerData'));
    const rosters = await Promise.all(
      guilds.map(async ({ guildId }) => ({
        guildId,
        users: asker.has('onGetUserData')
          ? readUsers(await asker.ask('onGetUserData', guildId))
          : [],
        clientId: asker.has('onGetClientId') ? await asker.ask('onGetClientId', guildId) : null,
      })),
    );
    if (signal.aborted) return;
    const list = JSON.stringify(guilds);
    if (list !== this.#told) {
      const isFirst = this.#told === '';
      this.#told = list;
      this.#guildIds = new Map(guilds.map(({ guildId, id }) => [id, guildId]));
      for (const { guildId } of guilds) this.#guildIds.set(guildId, guildId);
      this.#sink.servers(guilds);
      // In the turn of a new list nobody is told of what else changes: right only the first time.
      if (!isFirst) await Promise.resolve();
    }
    for (const { guildId, users, clientId } of rosters) {
      this.#sink.users(guildId, users);
      if (textOf(clientId) !== '') this.#sink.clientId(guildId, textOf(clientId));
    }
  }

  async #untilWanted(signal: AbortSignal): Promise<void> {
    const wanted = new AbortController();
    this.#wake = () => wanted.abort();
    await pause(this.#clock, LONGEST_GAP - SHORTEST_GAP, AbortSignal.any([signal, wanted.signal]));
  }
}
