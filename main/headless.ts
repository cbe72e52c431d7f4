/** The core without Electron, for servers and tests: flags in, one line out when it listens. */
import { fileURLToPath } from 'node:url';
import { version } from '../package.json';
import { bootCore, EXIT, readCommandLine, startCore } from './core/boot.ts';
import { createMemorySecrets } from './core/memory-secrets.ts';
import { createNodeFork } from './core/sources/script/fork-node.ts';

/** Built side by side: `out/main/headless.cjs` and `out/renderer/`. */
const PAGES_DIR = fileURLToPath(new URL('../renderer', import.meta.url));
const SCRIPT_RUNNER = fileURLToPath(new URL('script-runner.cjs', import.meta.url));

const commandLine = readCommandLine(process.argv.slice(2), version);
if (typeof commandLine === 'number') process.exit(commandLine);

const core = bootCore({
  flags: commandLine,
  pagesDir: PAGES_DIR,
  version,
  async openWriter(cwd) {
    const { default: Conf } = await import('conf');
    return new Conf({ cwd, configName: 'settings', configFileMode: 0o600 });
  },
  openSecrets: () => createMemorySecrets(process.env),
  forkScript: createNodeFork(SCRIPT_RUNNER),
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void core.stop().then(() => process.exit(EXIT.ok)));
}

void startCore(core).then((code) => code !== EXIT.ok && process.exit(code));
