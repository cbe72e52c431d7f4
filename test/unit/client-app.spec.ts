/** Names of clients from User-Agent headers, true ones and hostile ones. */
import { expect, test } from '@playwright/test';
import { readUserAgent } from '../../main/core/server/client-app.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

const agents: readonly (readonly [userAgent: string | undefined, app: string, name: string])[] = [
  [`${CHROME} Safari/537.36 OBS/31.0.2`, 'obs', 'OBS 31.0'],
  [`${CHROME} Safari/537.36 OBS/30`, 'obs', 'OBS 30'],
  [`${CHROME} Safari/537.36`, 'browser', 'Chrome 140'],
  [`${CHROME} Safari/537.36 Edg/140.0.0.0`, 'browser', 'Edge 140'],
  [`${CHROME} Safari/537.36 OPR/120.0.0.0`, 'browser', 'Opera 120'],
  [`${CHROME} Electron/45.4.1 Safari/537.36`, 'browser', 'Electron 45'],
  [`${CHROME} Electron/45.4.1 Safari/537.36 D-Back-Preview`, 'preview', 'Preview'],
  ['Mozilla/5.0 (X11; rv:143.0) Gecko/20100101 Firefox/143.0', 'browser', 'Firefox 143'],
  ['Mozilla/5.0 (Mac) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15', 'browser', 'Safari 18'],
  ['d-zone-bot 1.2', 'other', 'd-zone-bot 1.2'],
  ['<img src=x onerror=alert(1)>', 'other', ''],
  ['', 'other', ''],
  [undefined, 'other', ''],
];

for (const [userAgent, app, appName] of agents) {
  test(`${userAgent} is ${appName || 'nameless'}`, () => {
    expect(readUserAgent(userAgent)).toEqual({ app, appName });
  });
}

const DIGITS = '9'.repeat(15_000);

for (const start of ['OBS/', 'OBS/1.', 'Chrome/', 'Firefox/', 'Electron/', '']) {
  test(`${start}999… gets a name that is short`, () => {
    expect(readUserAgent(start + DIGITS).appName.length).toBeLessThanOrEqual(30);
  });
}

for (const attack of [`Version/${DIGITS}`, `Version/1${'.'.repeat(15_000)}`, 'OBS/'.repeat(3000)]) {
  test(`${attack.slice(0, 12)}… of 15 kB is read in no time`, () => {
    const start = performance.now();
    for (let i = 0; i < 20; i++) readUserAgent(attack);
    // Reading it digit by digit from every digit took 130 ms each time.
    expect(performance.now() - start).toBeLessThan(500);
  });
}
