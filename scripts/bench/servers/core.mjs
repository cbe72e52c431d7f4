/** The real core, composed as the app does it, around a source of the benchmark's own. */
import { join } from 'node:path';
import { createCore } from '../../../main/core/app.ts';
import { createMemorySecrets } from '../../../main/core/memory-secrets.ts';
import { systemClock } from '../../../main/core/ports.ts';
import { createSettings } from '../../../main/core/settings.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';

/**
 * @param {import('../../../main/core/sources/source.ts').Source} source
 * @param {{ pagesDir?: string, allowedOrigins?: readonly string[] }} [options]
 * @returns {Promise<number>} the port on which it listens
 */
export async function startCore(source, { pagesDir, allowedOrigins = [] } = {}) {
  const values = {
    ...DEFAULT_SETTINGS,
    'server.port': 0,
    'server.allowedOrigins': allowedOrigins,
  };
  const settings = createSettings({ values, notices: [], mayWrite: false }, () =>
    Promise.reject(new Error('A benchmark saves no settings.')),
  );
  const core = createCore(
    {
      clock: systemClock,
      settings,
      secrets: createMemorySecrets(),
      pagesDir: pagesDir ?? join(import.meta.dirname, 'pages'),
      version: '0.0.0',
    },
    { configuredSource: () => source },
  );
  await core.start();
  const { server } = core.store.state;
  if (server.phase !== 'listening') throw new Error(JSON.stringify(server));
  return server.port;
}
