/** Where the island is on the screen, and how many device pixels a pixel of it gets. Pure. */
import { reachOf } from '../sim/island.ts';
import { HALF_HEIGHT, HALF_WIDTH, type Point } from './projection.ts';

/** Device pixels for one pixel of the picture, or as many as let the island fit. */
export type Zoom = number | 'fit';

export interface Viewport {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  /** A whole number: pixels of the screen for one of the picture. */
  readonly scale: number;
  /** The picture's size in its own pixels; it covers the viewport. */
  readonly width: number;
  readonly height: number;
  /** Where the middle of the island is in the picture. */
  readonly middle: Point;
}

/** The height of the island's wall, in pixels of the picture. */
export const WALL = 10;
/** Room for a creature and the end of a bubble above the island, and around it. */
const HEADROOM = 18;
const MARGIN = 3;
const LARGEST_SCALE = 8;

export function aimCamera(viewport: Viewport, half: number, zoom: Zoom): Camera {
  const reach = reachOf(half);
  const across = 2 * (reach * HALF_WIDTH + MARGIN);
  const along = 2 * (reach * HALF_HEIGHT + MARGIN) + WALL + HEADROOM;
  const fitting = Math.floor(Math.min(viewport.width / across, viewport.height / along));
  const scale = zoom === 'fit' ? Math.min(LARGEST_SCALE, Math.max(1, fitting)) : zoom;
  const width = Math.max(1, Math.ceil(viewport.width / scale));
  const height = Math.max(1, Math.ceil(viewport.height / scale));
  const middle = {
    x: Math.floor(width / 2),
    y: Math.floor((height + HEADROOM - WALL) / 2),
  };
  return { scale, width, height, middle };
}
