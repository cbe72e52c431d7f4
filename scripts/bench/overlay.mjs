/** `npm run bench:overlay`: what the page costs a streamer, beside any other that speaks the protocol. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../setup/build.mjs';
import { main } from '../setup/lifetime.mjs';
import { ROOT } from '../setup/paths.mjs';
import { browsers } from './kit/browsers.mjs';
import { bundle } from './kit/bundle.mjs';
import { contest } from './kit/contest.mjs';
import { overlayTargets } from './kit/overlay-targets.mjs';
import { pageTrial } from './kit/page-trial.mjs';
import { launch } from './kit/processes.mjs';
import { report } from './kit/report.mjs';

const { values: flags } = parseArgs({
  options: {
    /** Sizes of the community; all of it is online. */
    members: { type: 'string', default: '100,1000,5000,10000' },
    browser: { type: 'string', default: 'Chromium,Electron' },
    rounds: { type: 'string', default: '1' },
    /** Seconds until the heap is looked at for the second time. */
    seconds: { type: 'string', default: '60' },
    /** Another page to measure; `{port}` becomes the port of the server. */
    url: { type: 'string', multiple: true, default: [] },
  },
});
const OURS = 'http://127.0.0.1:{port}/';
const SIZE = { width: 1920, height: 1080 };
const PAGES = join(ROOT, 'out', 'renderer');
const sizes = flags.members.split(',').map(Number);

await main(async () => {
  await build();
  const fileOf = await bundle(['island-server']);
  const openers = await browsers(SIZE);
  const contenders = flags.browser.split(',').flatMap((browser) => {
    const open = openers[browser];
    if (!open) throw new Error(`There is no browser "${browser}" but ${Object.keys(openers)}.`);
    return [OURS, ...flags.url].map((url) => ({
      name: url === OURS ? browser : `${browser}, ${url}`,
      url,
      open,
    }));
  });
  const env = {
    ...process.env,
    BENCH_PAGES: PAGES,
    BENCH_ORIGINS: flags.url.flatMap(originOf).join(' '),
  };

  const measure = async (/** @type {typeof contenders[number]} */ { url, open }) => {
    /** @type {import('./kit/contest.mjs').Measured} */
    const rows = {};
    for (const members of sizes) {
      process.stderr.write(`  ${members} members …\n`);
      const server = launch([process.execPath, fileOf('island-server')], {
        env: { ...env, BENCH_MEMBERS: String(members) },
      });
      const port = await server.next('ready');
      const browser = await open();
      rows[`${members} members`] = await pageTrial(browser, url.replaceAll('{port}', port), {
        members,
        seconds: Number(flags.seconds),
        rest: () => server.ask('rest'),
      });
      await browser.close();
      await server.end();
    }
    return rows;
  };
  const results = await contest(contenders, Number(flags.rounds), measure);
  const ours = flags.browser.split(',');
  return report('overlay', results, overlayTargets(results, ours, sizes));
});

/** Pages of other origins must be let in. @param {string} url */
function originOf(url) {
  return url.includes('{port}/') ? [] : [new URL(url.replaceAll('{port}', '1')).origin];
}
