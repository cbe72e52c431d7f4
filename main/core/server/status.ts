/** The answer of `GET /api/status`: how the program is doing, and nothing that is secret. */
import type { State } from '../../../shared/state.ts';
import type { Ports } from '../ports.ts';

/** `uptime` is in seconds. */
export function serverStatusJson(state: State, ports: Ports, startedAt: number): unknown {
  return {
    version: ports.version,
    uptime: Math.floor((ports.clock.now() - startedAt) / 1000),
    source: state.source,
    clients: state.clients.length,
    guilds: state.guilds.map(({ guildId, id, name, members, passworded }) =>
      passworded ? { guildId, id, name, passworded } : { guildId, id, name, members, passworded },
    ),
  };
}
