/** Where the island is on the screen, how large, and in how much detail. Pure. */
import type { Extent } from '../sim/terrain.ts';
import { type Detail, GRIDS, type Grid } from './art/art.ts';

/** Screen pixels for one of the picture, or as many as let the whole island be seen. */
export type Zoom = number | 'fit';

export interface Viewport {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
}

/** What is looked at, and how closely. */
export interface View {
  /** An index into `ZOOM_LEVELS`, or whatever lets the whole island be seen. */
  readonly level: number | 'fit';
  /** Where on the screen the middle of the island is, as shares of its width and height. */
  readonly anchorX: number;
  readonly anchorY: number;
  /** Tiles along x and y from the middle of the island to what is in the anchor's place. */
  readonly lookX: number;
  readonly lookY: number;
}

export interface ZoomLevel {
  readonly detail: Detail;
  /** A whole number: pixels of the screen for one of the picture. */
  readonly scale: number;
}

const near = (scale: number): ZoomLevel => ({ detail: 'near', scale });

/**
 * From the farthest to the nearest, by the size of a tile. From `zoom=1` to `zoom=2` it doubles:
 * what fits in between is shown as a crowd is, and larger.
 */
export const ZOOM_LEVELS: readonly ZoomLevel[] = [
  { detail: 'dots', scale: 1 },
  { detail: 'far', scale: 1 },
  near(1),
  { detail: 'far', scale: 3 },
  ...[2, 3, 4, 5, 6, 7, 8].map(near),
];

export interface Camera extends ZoomLevel {
  readonly grid: Grid;
  /** The picture's size in its own pixels; it covers the viewport. */
  readonly width: number;
  readonly height: number;
  /** Where the middle of the island is in the picture, at height 0. */
  readonly middleX: number;
  readonly middleY: number;
}

/** In tile heights: room above the shore for who stands there, and for what hangs below it. */
const HEADROOM = 1;
const UNDERSIDE = 3.75;
/** In tile widths. */
const MARGIN = 0.25;

export function levelOf(zoom: Zoom): number | 'fit' {
  if (zoom === 'fit') return 'fit';
  return ZOOM_LEVELS.findIndex(({ detail, scale }) => detail === 'near' && scale === zoom);
}

/** The nearest level at which the whole island is on the screen. */
export function fittingLevel(viewport: Viewport, { across, up, down }: Extent): number {
  const aside = across + MARGIN;
  const tall = up + HEADROOM + down + UNDERSIDE;
  const fits = ({ detail, scale }: ZoomLevel): boolean => {
    const { halfWidth, halfHeight } = GRIDS[detail];
    const isWide = 4 * aside * halfWidth * scale <= viewport.width;
    return isWide && 2 * tall * halfHeight * scale <= viewport.height;
  };
  for (let level = ZOOM_LEVELS.length - 1; level > 0; level -= 1) {
    const zoomLevel = ZOOM_LEVELS[level];
    if (zoomLevel && fits(zoomLevel)) return level;
  }
  return 0;
}

export function aimCamera(viewport: Viewport, extent: Extent, view: View): Camera {
  const level = view.level === 'fit' ? fittingLevel(viewport, extent) : view.level;
  const { detail, scale } = ZOOM_LEVELS[level] ?? { detail: 'near', scale: 1 };
  const grid = GRIDS[detail];
  const width = Math.max(1, Math.ceil(viewport.width / scale));
  const height = Math.max(1, Math.ceil(viewport.height / scale));
  // What is in the anchor's place is the middle of all that is seen.
  const higher = (extent.down + UNDERSIDE - extent.up - HEADROOM) * grid.halfHeight;
  return {
    detail,
    scale,
    grid,
    width,
    height,
    middleX: Math.round(width * view.anchorX - (view.lookX - view.lookY) * grid.halfWidth),
    middleY: Math.round(
      height * view.anchorY - higher - (view.lookX + view.lookY) * grid.halfHeight,
    ),
  };
}

/** The same view after the island was dragged by device pixels. */
export function panView(view: View, { grid, scale }: Camera, right: number, down: number): View {
  const across = right / scale / grid.halfWidth / 2;
  const along = down / scale / grid.halfHeight / 2;
  return { ...view, lookX: view.lookX - along - across, lookY: view.lookY - along + across };
}

/** Steps nearer (or, below 0, farther), so that what is under a point of the screen stays there. */
export function zoomView(
  view: View,
  viewport: Viewport,
  extent: Extent,
  steps: number,
  at: { readonly x: number; readonly y: number },
): View {
  const before = aimCamera(viewport, extent, view);
  const from = ZOOM_LEVELS.findIndex(
    ({ detail, scale }) => detail === before.detail && scale === before.scale,
  );
  const level = Math.max(0, Math.min(ZOOM_LEVELS.length - 1, from + steps));
  const nearer = { ...view, level };
  const after = aimCamera(viewport, extent, nearer);
  const growth = (after.grid.halfWidth * after.scale) / (before.grid.halfWidth * before.scale);
  // From the middle of the island to the point, before and after.
  const x = at.x - before.middleX * before.scale;
  const y = at.y - before.middleY * before.scale;
  return panView(
    nearer,
    after,
    at.x - after.middleX * after.scale - x * growth,
    at.y - after.middleY * after.scale - y * growth,
  );
}

/** With a cell in the place of the anchor. */
export function centreView(view: View, cell: { readonly x: number; readonly y: number }): View {
  return { ...view, lookX: cell.x, lookY: cell.y };
}
