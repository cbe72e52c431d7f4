/** How the three parts are built: main and preload for Node and Electron, two pages for the browser. */
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

const folderOf = (name: string | undefined): string =>
  name?.startsWith('dashboard') ? 'dashboard' : 'assets';

export default defineConfig({
  main: {
    build: {
      // Everything is bundled: one file loads faster than a tree of packages,
      // and the shipped app carries no node_modules.
      externalizeDeps: false,
      target: 'node20',
      rollupOptions: {
        input: {
          index: here('main/index.ts'),
          headless: here('main/headless.ts'),
          'script-runner': here('main/script-runner.ts'),
        },
        external: ['electron', 'bufferutil', 'utf-8-validate'],
        // As an ES module it would listen 20 ms later: importing `node:http` by name calls each of
        // its getters, and one of them loads a whole HTTP client.
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: here('preload/index.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    build: {
      // OBS 29 and 30 still ship Chromium 103.
      target: 'chrome103',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: {
        input: {
          dashboard: here('renderer/dashboard/index.html'),
          overlay: here('renderer/overlay/index.html'),
        },
        // The web server publishes assets/ and the overlay's page, not the window.
        output: {
          entryFileNames: ({ name }) => `${folderOf(name)}/[name]-[hash].js`,
          assetFileNames: ({ names }) => `${folderOf(names[0])}/[name]-[hash][extname]`,
          chunkFileNames: 'assets/[name]-[hash].js',
        },
      },
    },
  },
});
