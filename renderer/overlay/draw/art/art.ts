/** All that is painted, in one detail, theme and light. Every drawing is new: whoever asks keeps it. */
import type { Status } from '../../../../shared/protocol.ts';
import type { Terrain } from '../../sim/terrain.ts';
import type { Bitmap } from '../bitmap.ts';
import { drawBeacon } from './beacon-art.ts';
import { drawCreature } from './creature-art.ts';
import { belowGround, paintGround } from './ground-art.ts';
import { illuminate, illuminateAround, type Light } from './light.ts';
import { drawBalloon, drawParachute, drawShadow } from './props.ts';
import { drawSmallCreature } from './small-creature-art.ts';
import { PALETTES, type Theme } from './themes.ts';

export { type Light, lightAt } from './light.ts';
export { THEMES, type Theme } from './themes.ts';

/** Three sizes of drawings, for a few and for a crowd. */
export type Detail = 'near' | 'far' | 'dots';

/** Half of a tile and the height of a step, in pixels of the picture. */
export interface Grid {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly step: number;
}

export const GRIDS: Readonly<Record<Detail, Grid>> = {
  near: { halfWidth: 8, halfHeight: 4, step: 4 },
  far: { halfWidth: 4, halfHeight: 2, step: 2 },
  dots: { halfWidth: 2, halfHeight: 1, step: 1 },
};

/** `anchorX` and `anchorY`: the pixel that is in the middle of its tile. */
export interface Sprite extends Bitmap {
  readonly anchorX: number;
  readonly anchorY: number;
}

/** `breath`: a sleeper's other half of a breath; `change`: between one status and the next. */
export type Frame =
  | 'rest'
  | 'breath'
  | 'blink'
  | 'talk'
  | 'crouch'
  | 'leap'
  | 'fall'
  | 'land'
  | 'change';

export interface Look {
  readonly roleColor: string;
  readonly status: Status;
  /** A number that is the creature's own. */
  readonly character: number;
  readonly facing: 'left' | 'right';
  readonly frame: Frame;
}

export type Glow = 0 | 1 | 2 | 3;

export interface GroundShape extends Terrain {
  readonly seed: number;
  readonly half: number;
}

export interface Art {
  readonly detail: Detail;
  /** Pixels of the island below its lowest ground. */
  readonly below: number;
  creature(look: Look): Sprite;
  beacon(state: { readonly isOnAir: boolean; readonly glow: Glow }): Sprite;
  /** Carries who leaves. */
  balloon(roleColor: string): Sprite;
  /** Carries who arrives. */
  parachute(roleColor: string): Sprite;
  /** Its alpha says how much darker the ground is there. */
  shadow(size: 'full' | 'small'): Sprite;
  /** The whole island; `middleX` and `middleY` are the pixel of its middle. */
  paintGround(bitmap: Bitmap, shape: GroundShape, middleX: number, middleY: number): void;
}

/** In tile heights: how far the beacon's lamp is seen at night. */
const LAMPLIGHT = 5;

export function createArt({
  detail,
  theme,
  light,
}: {
  readonly detail: Detail;
  readonly theme: Theme;
  readonly light: Light;
}): Art {
  const grid = GRIDS[detail];
  const palette = PALETTES[theme];
  const size = grid.halfWidth / GRIDS.near.halfWidth;
  const lit = (sprite: Sprite): Sprite => {
    illuminate(sprite, light);
    return sprite;
  };
  return {
    detail,
    below: belowGround(grid),
    creature: (look) =>
      lit(detail === 'near' ? drawCreature(look) : drawSmallCreature(look, detail)),
    // Its lamp shines by itself.
    beacon: (state) => drawBeacon(state, detail),
    balloon: (roleColor) => lit(drawBalloon(roleColor, size)),
    parachute: (roleColor) => lit(drawParachute(roleColor, size)),
    shadow: (kind) => drawShadow((kind === 'full' ? 9 : 6) * size, 2 * size),
    paintGround(bitmap, shape, middleX, middleY) {
      paintGround(bitmap, shape, grid, palette, { x: middleX, y: middleY });
      const reach = LAMPLIGHT * 2 * grid.halfHeight;
      illuminateAround(bitmap, light, { x: middleX, y: middleY, reach });
    },
  };
}
