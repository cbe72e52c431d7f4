/** Kinds of tests: pure, over real sockets, both pages in a real browser, all in the real Electron. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  snapshotPathTemplate: 'test/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'unit', testDir: 'test/unit' },
    { name: 'server', testDir: 'test/server' },
    { name: 'overlay', testDir: 'test/overlay' },
    { name: 'window', testDir: 'test/window' },
    // These share a screen, a session bus and a clipboard.
    { name: 'app', testDir: 'test/app', workers: 1, fullyParallel: false },
  ],
});
