/** The real core with a source that the benchmark drives. */
import { CHANNEL, GUILD, members, SPEAKER } from './community.mjs';
import { startCore } from './core.mjs';
import { drive } from './driver.mjs';

const guildSize = Number(process.env['BENCH_MEMBERS']);

/** @type {import('../../../main/core/sources/source.ts').SourceSink | null} */
let sink = null;

/** @type {import('../../../main/core/sources/source.ts').Source} */
const source = {
  kind: 'script',
  async start(target) {
    sink = target;
    target.servers([GUILD]);
    target.users(GUILD.guildId, members(guildSize));
    target.status({ condition: 'live' });
  },
};

let changes = 0;

void startCore(source).then((port) => {
  drive({
    port,
    broadcast: (message) =>
      sink?.message(GUILD.guildId, { uid: SPEAKER, message, channel: CHANNEL }),
    changeRoster() {
      const status = changes++ % 2 === 0 ? 'dnd' : 'idle';
      sink?.presence(GUILD.guildId, { uid: SPEAKER, status });
    },
  });
});
