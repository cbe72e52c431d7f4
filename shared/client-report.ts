/** Compares what an overlay said of itself with what it said before. */
import type { ClientReport } from './protocol.ts';

/** All but the frame rate, which is never quite the same. */
export function isAlike(a: ClientReport, b: ClientReport): boolean {
  return (
    a.viewport.width === b.viewport.width &&
    a.viewport.height === b.viewport.height &&
    a.density === b.density &&
    a.visible === b.visible &&
    a.active === b.active &&
    a.obs === b.obs
  );
}
