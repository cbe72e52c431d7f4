/** Builds the server side of a benchmark as the app is built: everything in one file, as CommonJS. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../setup/paths.mjs';

const SERVERS = resolve(import.meta.dirname, '../servers');
const OUT = join(ROOT, 'bench-results', 'build');

/**
 * @param {readonly string[]} names of files in `servers/`, without their ending
 * @returns {Promise<(name: string) => string>} where each was built to
 */
export async function bundle(names) {
  for (const name of names) {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(SERVERS, `${name}.mjs`),
        outDir: OUT,
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: {
          external: ['electron', 'bufferutil', 'utf-8-validate'],
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    });
  }
  await writePages();
  return (name) => join(OUT, `${name}.cjs`);
}

/** The core does not start without an overlay page. */
async function writePages() {
  const folder = join(OUT, 'pages', 'overlay');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Benchmark</title>');
}
