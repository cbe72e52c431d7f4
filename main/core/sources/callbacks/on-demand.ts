/** The two callbacks that a visitor's request asks for. Whatever goes wrong, the answer is no. */
import type { GuildId } from '../../../../shared/protocol.ts';
import type { Clock } from '../../ports.ts';
import type { DiscordUser, GivenFile } from '../source.ts';
import { readStaticFile } from './answers.ts';
import { type Asker, silence, within } from './asker.ts';

/** Milliseconds that a page may be held up. */
const PAGE_PATIENCE = 1_000;

export interface OnDemandOptions {
  readonly clock: Clock;
  /** What a relative path starts from. */
  readonly folder: string;
  readonly onTrouble: (message: string) => void;
}

/** Null at once when the callback is not registered: then nobody waits for anything. */
export function staticFile(
  asker: Asker,
  path: string,
  { clock, folder, onTrouble }: OnDemandOptions,
): Promise<GivenFile | null> | null {
  if (!asker.has('onStaticRequest')) return null;
  const answer = asker.ask('onStaticRequest', path);
  return within(clock, PAGE_PATIENCE, answer, () => silence('onStaticRequest', PAGE_PATIENCE))
    .then((given) => readStaticFile(given, folder))
    .catch((error: unknown) => {
      onTrouble(messageOf(error));
      return null;
    });
}

export async function validateUser(
  asker: Asker,
  token: string,
  user: DiscordUser,
  guildId: GuildId,
  { onTrouble }: Pick<OnDemandOptions, 'onTrouble'>,
): Promise<boolean> {
  if (!asker.has('onValidateDiscordUser')) return false;
  try {
    return (await asker.ask('onValidateDiscordUser', token, user, guildId)) === true;
  } catch (error) {
    onTrouble(messageOf(error));
    return false;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
