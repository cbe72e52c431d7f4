/** Tells from the User-Agent header what connected. Pure. */
import { type ClientApp, PREVIEW_AGENT } from '../../../shared/state.ts';

/** Digits are counted: the header may hold 16 kB of them, and the event log keeps the name. */
const BROWSERS = [
  [/\bElectron\/(\d{1,5})/, 'Electron'],
  [/\bEdg\/(\d{1,5})/, 'Edge'],
  [/\bOPR\/(\d{1,5})/, 'Opera'],
  [/\bFirefox\/(\d{1,5})/, 'Firefox'],
  [/\bChrom(?:e|ium)\/(\d{1,5})/, 'Chrome'],
  [/\bVersion\/(\d{1,5})[\d.]{0,20} Safari\//, 'Safari'],
] as const;

export function readUserAgent(userAgent: string | undefined): { app: ClientApp; appName: string } {
  const text = userAgent ?? '';
  if (text.includes(PREVIEW_AGENT)) return { app: 'preview', appName: 'Preview' };
  // OBS's browser source adds `OBS/31.0.2` to Chromium's own.
  const obs = /\bOBS\/(\d{1,5}(?:\.\d{1,5})?)/.exec(text);
  if (obs) return { app: 'obs', appName: `OBS ${obs[1]}` };
  for (const [pattern, name] of BROWSERS) {
    const match = pattern.exec(text);
    if (match) return { app: 'browser', appName: `${name} ${match[1]}` };
  }
  const product = /^[\w .-]{1,30}/.exec(text)?.[0].trim();
  return { app: 'other', appName: product ?? '' };
}
