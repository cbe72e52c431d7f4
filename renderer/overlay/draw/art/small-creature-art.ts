/** Draws a creature of a crowd: so small that a colour, two eyes and a status are all there is. */
import { createBitmap, outline, plot, stamp } from '../bitmap.ts';
import { INK, pack, readColor } from '../color.ts';
import type { Frame, Look, Sprite } from './art.ts';
import { coatOf } from './coat.ts';
import { type Cube, drawCube } from './cube.ts';
import { EXTRAS, featuresOf } from './features.ts';

const RED = pack(readColor('#e8404a'));
const WHITE = pack(readColor('#ffffff'));
const DIM_INK = pack(readColor('#3d4c52'));

const FAR = { width: 12, height: 15, x: 6, y: 12 };
const DOTS = { width: 4, height: 6, x: 2, y: 4 };

const CUBES: Readonly<Record<'small' | 'flat' | 'tall', Cube>> = {
  small: { half: 3, tall: 5 },
  flat: { half: 4, tall: 3 },
  tall: { half: 3, tall: 6 },
};
const SHAPES: Readonly<Record<Frame, keyof typeof CUBES>> = {
  rest: 'small',
  breath: 'small',
  blink: 'small',
  talk: 'small',
  crouch: 'flat',
  leap: 'tall',
  fall: 'small',
  land: 'flat',
  change: 'flat',
};

export function drawSmallCreature(look: Look, detail: 'far' | 'dots'): Sprite {
  return detail === 'far' ? drawFar(look) : drawDot(look);
}

function drawFar({ roleColor, status, facing, frame, character }: Look): Sprite {
  const bitmap = createBitmap(FAR.width, FAR.height);
  const isAway = status === 'offline';
  const coat = coatOf(roleColor, isAway);
  const seam = drawCube(bitmap, CUBES[isAway ? 'flat' : SHAPES[frame]], coat, FAR.x, FAR.y + 1);
  const isOpen = status === 'online' && frame !== 'blink' && frame !== 'change';
  const turn = facing === 'left' ? -1 : 0;
  for (const x of [FAR.x - 2 + turn, FAR.x + 1 + turn]) {
    if (isOpen) plot(bitmap, x, seam, coat.face);
    plot(bitmap, x, seam + 1, isAway ? coat.rightFoot : coat.face);
  }
  if (frame === 'talk') plot(bitmap, FAR.x - 1, seam + 3, coat.face);
  if (!isAway) {
    for (const x of [FAR.x - 3, FAR.x + 2]) plot(bitmap, x, seam + 1, coat.blush);
    const { small } = featuresOf(character).crest;
    stamp(bitmap, FAR.x - 2, seam - 5, small, { ...EXTRAS, c: coat.leftFoot });
  }
  outline(bitmap, isAway ? DIM_INK : pack(INK));
  if (status === 'dnd') {
    for (let x = 0; x < 3; x += 1) {
      for (let y = 0; y < 3; y += 1)
        plot(bitmap, FAR.x + 3 + x, seam - 5 + y, y === 1 ? WHITE : RED);
    }
  }
  if (status === 'idle') {
    const rise = frame === 'breath' ? 1 : 0;
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      plot(bitmap, FAR.x + 4 + x, seam - 6 + y + rise, WHITE);
    }
  }
  return { ...bitmap, anchorX: FAR.x, anchorY: FAR.y };
}

function drawDot({ roleColor, status, frame, facing }: Look): Sprite {
  const bitmap = createBitmap(DOTS.width, DOTS.height);
  const isAway = status === 'offline';
  const coat = coatOf(roleColor, isAway);
  const top = isAway ? 3 : frame === 'leap' ? 0 : frame === 'crouch' || frame === 'land' ? 2 : 1;
  for (let y = top; y < DOTS.height; y += 1) {
    for (let x = 0; x < DOTS.width; x += 1) {
      const isCorner = (x === 0 || x === DOTS.width - 1) && (y === top || y === DOTS.height - 1);
      const side = x < 2 ? coat.left : coat.rightFoot;
      if (!isCorner) plot(bitmap, x, y, y <= top ? coat.lid : side);
    }
  }
  if (!isAway) {
    const eye = status === 'dnd' ? RED : coat.face;
    plot(bitmap, facing === 'left' ? 0 : 1, top + 2, eye);
    plot(bitmap, facing === 'left' ? 2 : 3, top + 2, status === 'idle' ? coat.rightFoot : eye);
  }
  return { ...bitmap, anchorX: DOTS.x, anchorY: DOTS.y };
}
