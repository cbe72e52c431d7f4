/** How an overlay is doing, as the client list says it. */
import type { ClientReport } from '../protocol.ts';
import { strings } from './index.ts';

const words = strings.window.clients.report;

/** `visible`, `60 fps`, `1920×1080`. Of what is not shown, or stands still, frames are no news. */
export function describeReport({ viewport, fps, visible, active }: ClientReport): string[] {
  const size = words.size(viewport.width, viewport.height);
  if (visible === false) return [words.hidden, size];
  if (active === false) return [words.notOnAir, size];
  const rate = Math.round(fps);
  return [...(visible ? [words.visible] : []), ...(rate > 0 ? [words.fps(rate)] : []), size];
}
