/** Bubbles and name tags, on a canvas of their own above the picture: text needs the screen's pixels. */
import type { User } from '../../../shared/protocol.ts';
import type { Bubble, Creature } from '../sim/creature.ts';
import type { World } from '../sim/world.ts';
import { drawBubble, drawTail } from './bubble-art.ts';
import type { Camera, Viewport } from './camera.ts';
import { STATURE } from './creature-art.ts';
import { type Lettering, letteringFor } from './lettering.ts';
import { drawNameTag } from './name-tag.ts';
import { type Box, type PlacedBubble, placeBubbles } from './placement.ts';
import { HALF_WIDTH, postureOf, project } from './projection.ts';

/** Whose names are shown. */
export type NameMode = 'never' | 'speaking' | 'always';

/** A drawing and its place, in device pixels. */
interface Label {
  readonly canvas: HTMLCanvasElement;
  readonly box: Box;
  readonly tail: { readonly x: number; readonly y: number; readonly down: 1 | -1 } | null;
}

type Drawing = HTMLCanvasElement | null;

export class Words {
  readonly #context: CanvasRenderingContext2D;
  readonly #names: NameMode;
  #viewport: Viewport = { width: 1, height: 1 };
  #lettering: Lettering = letteringFor(this.#viewport);
  #tags = new WeakMap<User, Drawing>();
  #bubbles = new WeakMap<Bubble, { readonly user: User; readonly drawing: Drawing }>();
  #shown: readonly Label[] = [];

  constructor(context: CanvasRenderingContext2D, names: NameMode) {
    this.#context = context;
    this.#names = names;
  }

  /** After this the canvas is empty. */
  resize(viewport: Viewport): void {
    const { canvas } = this.#context;
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    this.#viewport = viewport;
    this.#lettering = letteringFor(viewport);
    this.#tags = new WeakMap();
    this.#bubbles = new WeakMap();
    this.#shown = [];
  }

  draw(world: World, camera: Camera): void {
    const labels = [...this.#nameTags(world, camera), ...this.#speech(world, camera)];
    if (isSame(labels, this.#shown)) return;
    for (const label of this.#shown) this.#erase(label);
    for (const label of labels) this.#paint(label);
    this.#shown = labels;
  }

  #nameTags(world: World, camera: Camera): Label[] {
    if (this.#names !== 'always') return [];
    const labels: Label[] = [];
    for (const creature of world.creatures.values()) {
      const canvas = creature.bubble ? null : this.#tagOf(creature.user);
      if (!canvas) continue;
      const { width, height } = canvas;
      const body = bodyOf(creature, world, camera);
      const x = Math.round(body.x + (body.width - width) / 2);
      const y = Math.round(body.y - height - this.#lettering.block);
      labels.push({ canvas, box: { x, y, width, height }, tail: null });
    }
    return labels.sort((one, other) => one.box.y - other.box.y);
  }

  /** Those who spoke first come first, and keep their places. */
  #speech(world: World, camera: Camera): Label[] {
    const speakers: { canvas: HTMLCanvasElement; body: Box; since: number }[] = [];
    for (const creature of world.creatures.values()) {
      const canvas = creature.bubble && this.#bubbleOf(creature.user, creature.bubble);
      if (!canvas) continue;
      const since = creature.bubble?.opensAt ?? 0;
      speakers.push({ canvas, body: bodyOf(creature, world, camera), since });
    }
    speakers.sort((one, other) => one.since - other.since);
    const sizes = speakers.map(({ canvas: { width, height }, body }) => ({ width, height, body }));
    const places = placeBubbles(sizes, this.#viewport, this.#lettering.block * 4);
    return speakers.flatMap(({ canvas, body }, index) => {
      const box = places[index];
      return box ? [{ canvas, box, tail: this.#tailOf(box, body) }] : [];
    });
  }

  #tailOf(box: PlacedBubble, body: Box): Label['tail'] {
    const { block } = this.#lettering;
    const middle = Math.round(body.x + body.width / 2);
    const least = box.x + 6 * block;
    const x = Math.max(least, Math.min(box.x + box.width - 6 * block, middle));
    return box.isBelow ? { x, y: box.y, down: -1 } : { x, y: box.y + box.height, down: 1 };
  }

  #tagOf(user: User): Drawing {
    const known = this.#tags.get(user);
    if (known !== undefined) return known;
    const drawing = drawNameTag(user, this.#lettering);
    this.#tags.set(user, drawing);
    return drawing;
  }

  #bubbleOf(user: User, bubble: Bubble): Drawing {
    const known = this.#bubbles.get(bubble);
    if (known?.user === user) return known.drawing;
    const tag = this.#names === 'never' ? null : this.#tagOf(user);
    const drawing = drawBubble(bubble.text, tag, this.#lettering, this.#viewport.width);
    this.#bubbles.set(bubble, { user, drawing });
    return drawing;
  }

  #erase({ box: { x, y, width, height } }: Label): void {
    const tail = this.#lettering.block * 4;
    this.#context.clearRect(x, y - tail, width, height + 2 * tail);
  }

  #paint({ canvas, box, tail }: Label): void {
    this.#context.drawImage(canvas, box.x, box.y);
    if (tail) drawTail(this.#context, tail, tail.down, this.#lettering.block);
  }
}

/** On the screen, in device pixels. */
function bodyOf(creature: Creature, world: World, { middle, scale }: Camera): Box {
  const posture = postureOf(creature, world.tick);
  const ground = project(posture.x, posture.y);
  return {
    x: (middle.x + ground.x - HALF_WIDTH) * scale,
    y: (middle.y + ground.y - STATURE - posture.lift) * scale,
    width: 2 * HALF_WIDTH * scale,
    height: (STATURE + 4) * scale,
  };
}

function isSame(one: readonly Label[], other: readonly Label[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ canvas, box }, index) => {
      const label = other[index];
      return label?.canvas === canvas && label.box.x === box.x && label.box.y === box.y;
    })
  );
}
