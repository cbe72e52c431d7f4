/** Tells from the User-Agent header what connected. Pure. */
import type { ClientApp } from '../../../shared/state.ts';

const BROWSERS = [
  [/\bElectron\/(\d+)/, 'Electron'],
  [/\bEdg\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\bChrom(?:e|ium)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* Safari\//, 'Safari'],
] as const;

export function readUserAgent(userAgent: string | undefined): { app: ClientApp; appName: string } {
  const text = userAgent ?? '';
  // OBS's browser source adds `OBS/31.0.2` to Chromium's own.
  const obs = /\bOBS\/(\d+(?:\.\d+)?)/.exec(text);
  if (obs) return { app: 'obs', appName: `OBS ${obs[1]}` };
  for (const [pattern, name] of BROWSERS) {
    const match = pattern.exec(text);
    if (match) return { app: 'browser', appName: `${name} ${match[1]}` };
  }
  const product = /^[\w .-]{1,30}/.exec(text)?.[0].trim();
  return { app: 'other', appName: product ?? '' };
}
