/** A source that does what the test says, through the real contract. */
import type { Source, SourceSink } from '../../main/core/sources/source.ts';

export interface FakeSource extends Source {
  /** The sink of the latest start. Throws before the core has started the source. */
  readonly sink: SourceSink;
  readonly isLive: boolean;
}

export function createFakeSource(
  onStart: (sink: SourceSink) => void,
  validateUser?: Source['validateUser'],
): FakeSource {
  let current: SourceSink | null = null;
  let signal: AbortSignal | null = null;
  return {
    kind: 'relay',
    async start(sink, nextSignal) {
      current = sink;
      signal = nextSignal;
      onStart(sink);
      sink.status({ condition: 'live' });
    },
    ...(validateUser && { validateUser }),
    get sink() {
      if (!current) throw new Error('The source was not started.');
      return current;
    },
    get isLive() {
      return signal !== null && !signal.aborted;
    },
  };
}

/** Two open guilds and a protected one, with a member or two each. */
export function reportSmallCommunity(sink: SourceSink): void {
  sink.servers([
    { guildId: '1001', id: 'alpha', name: 'Alpha' },
    { guildId: '1002', id: 'beta', name: 'Beta', default: true },
    { guildId: '1003', id: 'gamma', name: 'Gamma', passworded: true },
  ]);
  sink.users('1001', [
    { uid: '1', username: 'Ann', status: 'online', roleColor: '#112233' },
    { uid: '2', username: 'Bob', status: 'idle', roleColor: '#445566' },
  ]);
  sink.users('1002', [{ uid: '3', username: 'Cleo', status: 'dnd', roleColor: '#778899' }]);
  sink.users('1003', [{ uid: '4', username: 'Dan', status: 'online', roleColor: '#aabbcc' }]);
}
