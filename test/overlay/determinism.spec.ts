/** The same events make the same island, byte for byte, in Node and in Chromium. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from '../fixtures/browser.ts';
import { tellStory } from '../fixtures/island-story.ts';

const STORY = fileURLToPath(new URL('../fixtures/island-story.ts', import.meta.url));

/** The story as a script for a page. */
async function bundleStory(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome103',
      lib: { entry: STORY, formats: ['iife'], name: 'story' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('There is nothing to run.');
  return chunk.code;
}

test('the world and its picture are the same in Node and in Chromium, at any frame rate', async ({
  page,
}) => {
  const here = tellStory(60);
  expect(tellStory(24) === here).toBe(true);
  expect(here.length).toBeGreaterThan(5_000);
  await page.addScriptTag({ content: `${await bundleStory()};window.story = story;` });
  const there = await page.evaluate(() =>
    (window as unknown as { story: { tellStory(fps: number): string } }).story.tellStory(50),
  );
  expect(there === here).toBe(true);
});
