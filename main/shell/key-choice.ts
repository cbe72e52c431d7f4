/** The view key that the overlay URL of a guild is copied with. */
import type { GuildId } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';

/** One made for this guild alone before one for several or all; null when it needs none or has none. */
export function keyForGuild(
  { guilds, settings }: Pick<State, 'guilds' | 'settings'>,
  guildId: GuildId | null,
): string | null {
  const guild =
    guilds.find((candidate) => candidate.guildId === guildId) ??
    guilds.find((candidate) => candidate.default) ??
    guilds[0];
  if (!guild?.passworded) return null;
  const reach = (key: { readonly guilds: readonly GuildId[] | null }): number =>
    key.guilds?.length ?? Number.POSITIVE_INFINITY;
  const [nearest] = settings['access.keys']
    .filter((key) => key.guilds === null || key.guilds.includes(guild.guildId))
    .sort((one, other) => reach(one) - reach(other));
  return nearest?.id ?? null;
}
