/** Reads what an overlay says of itself: all of it and within bounds, or nothing. Pure. */
import {
  type Guard,
  isBoolean,
  isIntegerIn,
  isNullOr,
  isNumberIn,
  isRecord,
  isString,
} from '../../../shared/guards.ts';
import { type ClientReport, REPORT_BOUNDS } from '../../../shared/protocol.ts';

const { side, density: densities, fps: rates, obsLength } = REPORT_BOUNDS;

const isSide = isIntegerIn(side.min, side.max);
const isDensity = isNumberIn(densities.min, densities.max);
const isRate = isNumberIn(rates.min, rates.max);
const isMaybe = isNullOr(isBoolean);
/** Printable ASCII: nothing that could pass for something else in the client list. */
const isVersion: Guard<string> = (value): value is string =>
  isString(value) && value.length <= obsLength && /^[\x21-\x7e][\x20-\x7e]*$/.test(value);
const isMaybeVersion = isNullOr(isVersion);

/** Made anew of the fields that belong to it, so that nothing else is kept. */
export function readClientReport(data: unknown): ClientReport | null {
  if (!isRecord(data)) return null;
  const { viewport, density, fps, visible, active, obs } = data;
  if (!isRecord(viewport)) return null;
  const { width, height } = viewport;
  if (!isSide(width) || !isSide(height) || !isDensity(density) || !isRate(fps)) return null;
  if (!isMaybe(visible) || !isMaybe(active) || !isMaybeVersion(obs)) return null;
  return { viewport: { width, height }, density, fps, visible, active, obs };
}
