/** Pointers over the island: drag, wheel and pinch, the name under the pointer, and clicks. */
import type { User } from '../../../shared/protocol.ts';
import type { HudHost } from './hud-host.ts';

/** CSS pixels: a pointer that moved less has clicked. */
const SLOP = 4;
/** Pixels of the wheel, and growth of a pinch, for a step. */
const WHEEL_STEP = 100;
const PINCH_STEP = 1.4;
/** Pixels for a line of the wheel, in which Firefox counts. */
const LINE = 33;
/** A pinch on a touchpad comes as a wheel with Ctrl, in far smaller steps. */
const TOUCHPAD_PINCH = 8;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `clicked`: with who was there, or null for nobody. */
export function listenToPointers(
  host: HudHost,
  page: HTMLElement,
  clicked: (user: User | null) => void,
): void {
  const pointers = new Map<number, Point>();
  let moved = 0;
  let spread = 0;
  let wheel = 0;
  const isOnIsland = ({ target }: Event): boolean =>
    !(target instanceof Element && target.closest('.hud'));

  page.addEventListener('pointerdown', (event) => {
    if (!isOnIsland(event) || event.button > 0) return;
    pointers.set(event.pointerId, pointOf(event));
    moved = 0;
    spread = spreadOf(pointers);
  });
  page.addEventListener('pointermove', (event) => {
    // A button that was let go outside of the page is not told.
    if (event.buttons === 0) pointers.delete(event.pointerId);
    const before = pointers.get(event.pointerId);
    const now = pointOf(event);
    if (!before) {
      host.hover(isOnIsland(event) ? (host.memberAt(now.x, now.y)?.uid ?? null) : null);
      return;
    }
    pointers.set(event.pointerId, now);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (pointers.size === 1) {
      if (moved > SLOP) host.panBy(now.x - before.x, now.y - before.y);
      return;
    }
    const growth = spreadOf(pointers) / Math.max(1, spread);
    if (growth > PINCH_STEP || growth < 1 / PINCH_STEP) {
      host.zoomBy(growth > 1 ? 1 : -1, now.x, now.y);
      spread = spreadOf(pointers);
    }
  });
  page.addEventListener('pointerup', (event) => {
    if (!pointers.delete(event.pointerId) || moved > SLOP) return;
    clicked(host.memberAt(event.clientX, event.clientY));
  });
  page.addEventListener('pointercancel', ({ pointerId }) => pointers.delete(pointerId));
  page.addEventListener('pointerleave', () => host.hover(null));
  page.addEventListener(
    'wheel',
    (event) => {
      if (!isOnIsland(event)) return;
      event.preventDefault();
      wheel += turnOf(event);
      if (Math.abs(wheel) < WHEEL_STEP) return;
      host.zoomBy(wheel < 0 ? 1 : -1, event.clientX, event.clientY);
      wheel = 0;
    },
    { passive: false },
  );
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}

/** Pixels. */
function turnOf({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * LINE;
  return ctrlKey ? pixels * TOUCHPAD_PINCH : pixels;
}

/** How far two fingers are apart; 0 for one. */
function spreadOf(pointers: ReadonlyMap<number, Point>): number {
  const [one, other] = pointers.values();
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
}
