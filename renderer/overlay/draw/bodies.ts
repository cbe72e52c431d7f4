/** Where the creatures are on the screen, for everything that is not the picture itself. */
import type { Creature } from '../sim/creature.ts';
import type { World } from '../sim/world.ts';
import type { Camera, Viewport } from './camera.ts';
import { createFigure, pose } from './figure.ts';

/** Device pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A body, in halves of a tile's width and height, from the middle of the tile. */
const WIDTH = 1.8;
const ABOVE = 3.6;
const BELOW = 0.9;

const figure = createFigure();

export function boxOf(creature: Creature, world: World, camera: Camera): Box {
  const { grid, scale, middleX, middleY } = camera;
  pose(figure, creature, world.tick, world.terrain, grid);
  const width = WIDTH * grid.halfWidth;
  return {
    x: Math.round((middleX + figure.x - width / 2) * scale),
    y: Math.round((middleY + figure.y - figure.lift - ABOVE * grid.halfHeight) * scale),
    width: Math.round(width * scale),
    height: Math.round((ABOVE + BELOW) * grid.halfHeight * scale),
  };
}

/** In halves of a tile's width and height: the beacon, from its lamp to its foot. */
const BEACON = { width: 2.6, above: 9, below: 2 };

export function beaconBox({ grid, scale, middleX, middleY }: Camera): Box {
  const width = BEACON.width * grid.halfWidth;
  return {
    x: Math.round((middleX - width / 2) * scale),
    y: Math.round((middleY - BEACON.above * grid.halfHeight) * scale),
    width: Math.round(width * scale),
    height: Math.round((BEACON.above + BEACON.below) * grid.halfHeight * scale),
  };
}

/** Who is seen at a point: of several, the one in front. */
export function creatureAt(world: World, camera: Camera, x: number, y: number): Creature | null {
  let found: Creature | null = null;
  let depth = Number.NEGATIVE_INFINITY;
  for (const creature of world.creatures.values()) {
    if (creature.x + creature.y < depth) continue;
    const box = boxOf(creature, world, camera);
    const isHit = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    if (!isHit) continue;
    found = creature;
    depth = creature.x + creature.y;
  }
  return found;
}

export function isOnScreen({ x, y, width, height }: Box, viewport: Viewport): boolean {
  return x + width > 0 && y + height > 0 && x < viewport.width && y < viewport.height;
}
