/** Draws a creature, pixel by pixel: a cube around whose front edge the face wraps. */
import { type Bitmap, createBitmap, outline, stamp } from '../bitmap.ts';
import { INK, pack, readColor } from '../color.ts';
import type { Frame, Look, Sprite } from './art.ts';
import { type Coat, coatOf } from './coat.ts';
import { type Cube, drawCube } from './cube.ts';
import { EXTRAS, type Features, FROWN, featuresOf, NO_ENTRY, SLEEP } from './features.ts';

/** The size of a drawing, and the pixel in it that is the middle of the creature's tile. */
const SIZE = { width: 22, height: 29, x: 11, y: 23 };
/** Who is away does not catch the eye. */
const DIM_INK = pack(readColor('#3d4c52'));

/** A side that is lower than this has no room for a pattern. */
const PATTERNED = 6;
const LYING: Cube = { half: 7, tall: 4 };
const SITTING: Cube = { half: 7, tall: 7 };
const CUBES: Readonly<Record<Frame, Cube>> = {
  rest: { half: 6, tall: 8 },
  breath: { half: 6, tall: 7 },
  blink: { half: 6, tall: 8 },
  talk: { half: 6, tall: 8 },
  crouch: { half: 7, tall: 6 },
  leap: { half: 6, tall: 9 },
  fall: { half: 6, tall: 8 },
  land: { half: 7, tall: 6 },
  change: { half: 7, tall: 5 },
};

export function drawCreature(look: Look): Sprite {
  const { roleColor, status, character, frame } = look;
  const bitmap = createBitmap(SIZE.width, SIZE.height);
  const isAway = status === 'offline';
  const isSitting = status === 'dnd' && frame === 'rest';
  const cube = isAway ? LYING : isSitting ? SITTING : CUBES[frame];
  const coat = coatOf(roleColor, isAway);
  const features = featuresOf(character);
  const seam = drawCube(bitmap, cube, coat, SIZE.x, SIZE.y + 3);
  if (cube.tall >= PATTERNED) drawPattern(bitmap, features, coat, seam);
  drawFace(bitmap, features, coat, seam, look);
  if (!isAway) {
    const { rows } = features.crest;
    stamp(bitmap, SIZE.x - 4, seam - 3 - rows.length, rows, { ...EXTRAS, c: coat.leftFoot });
  }
  outline(bitmap, isAway ? DIM_INK : pack(INK));
  if (status === 'idle') drawSleep(bitmap, seam, frame);
  if (status === 'dnd') stamp(bitmap, SIZE.x + 4, seam - 9, NO_ENTRY, EXTRAS);
  return { ...bitmap, anchorX: SIZE.x, anchorY: SIZE.y };
}

function drawPattern(bitmap: Bitmap, { pattern }: Features, coat: Coat, seam: number): void {
  stamp(bitmap, SIZE.x - 5, seam + 1, pattern, { x: coat.rightFoot, o: coat.lid });
}

function drawFace(
  bitmap: Bitmap,
  { eyes, mouth }: Features,
  coat: Coat,
  seam: number,
  { status, facing, frame }: Look,
): void {
  const palette = { ...EXTRAS, f: coat.face, s: coat.shine, b: coat.blush };
  const x = SIZE.x - 5 + (facing === 'left' ? -1 : 1);
  const isAway = status === 'offline';
  const isOpen = status === 'online' && frame !== 'blink' && frame !== 'change';
  stamp(bitmap, x, seam + (isAway ? 0 : 1), isOpen ? eyes.open : eyes.shut, palette);
  if (isAway) return;
  const isTalking = frame === 'talk' || frame === 'leap';
  const rows = isTalking ? mouth.open : status === 'dnd' ? FROWN : mouth.shut;
  stamp(bitmap, x, seam + 3, rows, palette);
}

function drawSleep(bitmap: Bitmap, seam: number, frame: Frame): void {
  const rows = SLEEP[frame === 'breath' ? 1 : 0] ?? [];
  stamp(bitmap, SIZE.x + 5, seam - 10, rows, EXTRAS);
}
