/** The real core, composed as the app does it, with a source that the benchmark drives. */
import { join } from 'node:path';
import { createCore } from '../../../main/core/app.ts';
import { createMemorySecrets } from '../../../main/core/memory-secrets.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { createSettings } from '../../../main/core/settings.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';
import { CHANNEL, GUILD, members, SPEAKER } from './community.mjs';
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

const values = { ...DEFAULT_SETTINGS, 'server.port': 0 };
const settings = createSettings({ values, notices: [], mayWrite: false }, () =>
  Promise.reject(new Error('A benchmark saves no settings.')),
);
const core = createCore(
  {
    clock: systemClock,
    settings,
    secrets: createMemorySecrets(),
    pagesDir: join(import.meta.dirname, 'pages'),
    version: '0.0.0',
  },
  { configuredSource: () => source },
);
let changes = 0;

void core.start().then(() => {
  const { server } = core.store.state;
  if (server.phase !== 'listening') throw new Error(JSON.stringify(server));
  drive({
    port: server.port,
    broadcast: (message) =>
      sink?.message(GUILD.guildId, { uid: SPEAKER, message, channel: CHANNEL }),
    changeRoster() {
      const status = changes++ % 2 === 0 ? 'dnd' : 'idle';
      sink?.presence(GUILD.guildId, { uid: SPEAKER, status });
    },
  });
});
