/** Bubbles and name tags, on a canvas of their own above the picture: text needs the screen's pixels. */
import type { User } from '../../../../shared/protocol.ts';
import type { Bubble } from '../../sim/creature.ts';
import type { Box } from '../bodies.ts';
import type { Viewport } from '../camera.ts';
import { drawBubble, drawTail, drawTrail, type Tail } from './bubble-art.ts';
import { type BubbleLayout, layOutBubble } from './bubble-layout.ts';
import { type Lettering, letteringFor } from './lettering.ts';
import { drawNameTag } from './name-tag.ts';
import { type Offset, offsetOf, placeBubbles } from './placement.ts';
import type { Place } from './places.ts';
import { type Progress, popAt, progressAt } from './typing.ts';

/** Whose names are shown. */
export type NameMode = 'never' | 'speaking' | 'hover' | 'always';

export interface WordsOptions {
  readonly names: NameMode;
  readonly bubbles: boolean;
  /** False: dots instead of words. */
  readonly text: boolean;
}

/** Bodies are on the screen. */
export interface Speaker {
  readonly user: User;
  readonly bubble: Bubble;
  readonly body: Box;
}

export interface Named {
  readonly user: User;
  readonly body: Box;
}

export interface Scene {
  readonly tick: number;
  readonly speakers: readonly Speaker[];
  readonly named: readonly Named[];
  /** Bodies that bubbles had better not cover. */
  readonly bystanders: () => readonly Box[];
  readonly isCalm: boolean;
}

type Tag = HTMLCanvasElement | null;

/** A name tag or a bubble in its place; two that are `isSame` look the same. */
interface Label {
  readonly box: Box;
  readonly tag: Tag;
  readonly bubble: BubbleShown | null;
}

interface BubbleShown {
  readonly layout: BubbleLayout;
  readonly progress: Progress;
  readonly tail: Tail;
}

/** Tags that are kept drawn, besides those that are shown. */
const MOST_TAGS = 512;

export class Words {
  readonly #context: CanvasRenderingContext2D;
  readonly #options: WordsOptions;
  #viewport: Viewport = { width: 1, height: 1 };
  #lettering: Lettering = letteringFor(this.#viewport, 1);
  readonly #tags = new Map<User, Tag>();
  #layouts = new WeakMap<Bubble, { readonly user: User; readonly layout: BubbleLayout }>();
  /** Where bubbles are, for as long as nothing drives them away. */
  readonly #offsets = new WeakMap<BubbleLayout, Offset>();
  #shown: readonly Label[] = [];

  constructor(context: CanvasRenderingContext2D, options: WordsOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** `density`: device pixels for each CSS pixel. After this the canvas is empty. */
  resize(viewport: Viewport, density: number): void {
    const { canvas } = this.#context;
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    this.#viewport = viewport;
    this.#lettering = letteringFor(viewport, density);
    this.#tags.clear();
    this.#layouts = new WeakMap();
    this.#shown = [];
  }

  draw(scene: Scene): void {
    const { speakers, named } = scene;
    if (speakers.length === 0 && named.length === 0 && this.#shown.length === 0) return;
    const { bubbles, names } = this.#options;
    this.#forgetTags(scene);
    const labels = [
      ...this.#nameTags(named),
      ...(bubbles ? this.#speech(scene) : names === 'never' ? [] : this.#nameTags(speakers)),
    ];
    if (isAllTheSame(labels, this.#shown)) return;
    for (const label of this.#shown) this.#erase(label);
    // A trail may pass behind others' bubbles, and never over their words.
    for (const { bubble } of labels) {
      if (bubble) drawTrail(this.#context, bubble.tail, this.#lettering.block);
    }
    for (const label of labels) this.#paint(label);
    this.#shown = labels;
  }

  #nameTags(named: readonly Named[]): Label[] {
    const labels: Label[] = [];
    for (const { user, body } of named) {
      const tag = this.#tagOf(user);
      if (!tag) continue;
      const { width, height } = tag;
      const { width: right } = this.#viewport;
      const middle = Math.round(body.x + (body.width - width) / 2);
      const x = Math.max(0, Math.min(right - width, middle));
      const y = Math.max(0, Math.round(body.y - height - this.#lettering.block));
      labels.push({ tag, box: { x, y, width, height }, bubble: null });
    }
    return labels.sort((one, other) => one.box.y - other.box.y);
  }

  /** Those who spoke first come first, and keep their places. */
  #speech({ speakers, bystanders, tick, isCalm }: Scene): Label[] {
    const said = [...speakers]
      .sort((one, other) => one.bubble.opensAt - other.bubble.opensAt)
      .map((speaker) => ({ ...speaker, layout: this.#layoutOf(speaker.user, speaker.bubble) }));
    const sizes = said.map(({ body, layout }) => {
      const { width, height } = layout;
      return { body, width, height, kept: this.#offsets.get(layout) ?? null };
    });
    const gap = this.#lettering.block * 4;
    const places = placeBubbles(sizes, { viewport: this.#viewport, gap, bystanders });
    return said.flatMap(({ user, bubble, body, layout }, index) => {
      const place = places[index];
      if (!place) return [];
      this.#offsets.set(layout, offsetOf(place, body));
      const lower = popAt(bubble, tick, isCalm) * this.#lettering.block;
      const box = { ...place, y: place.y + lower };
      const progress = progressAt(layout.pages, bubble, tick, isCalm);
      const tag = this.#isNamed ? this.#tagOf(user) : null;
      return [{ tag, box, bubble: { layout, progress, tail: this.#tailOf(box, body) } }];
    });
  }

  /** Whether bubbles bear names. */
  get #isNamed(): boolean {
    const { names } = this.#options;
    return names === 'speaking' || names === 'always';
  }

  #tailOf(box: Place, body: Box): Tail {
    const { block } = this.#lettering;
    const middle = Math.round(body.x + body.width / 2);
    const least = box.x + 6 * block;
    const x = Math.max(least, Math.min(box.x + box.width - 6 * block, middle));
    return box.isBelow
      ? { x, y: box.y, down: -1, headX: middle, headY: body.y + body.height }
      : { x, y: box.y + box.height, down: 1, headX: middle, headY: body.y };
  }

  #tagOf(user: User): Tag {
    const known = this.#tags.get(user);
    if (known !== undefined) return known;
    const drawing = drawNameTag(user, this.#lettering);
    this.#tags.set(user, drawing);
    return drawing;
  }

  /** A tag that is on the screen is never drawn again, however many there are. */
  #forgetTags({ named, speakers }: Scene): void {
    if (this.#tags.size <= MOST_TAGS + named.length) return;
    const shown = new Set([...named, ...speakers].map(({ user }) => user));
    for (const user of this.#tags.keys()) if (!shown.has(user)) this.#tags.delete(user);
  }

  #layoutOf(user: User, bubble: Bubble): BubbleLayout {
    const known = this.#layouts.get(bubble);
    if (known?.user === user) return known.layout;
    const layout = layOutBubble(this.#options.text ? bubble.text : null, {
      lettering: this.#lettering,
      maxWidth: this.#viewport.width,
      measure: (text, font) => {
        this.#context.font = font;
        return this.#context.measureText(text).width;
      },
      tag: this.#isNamed ? this.#tagOf(user) : null,
    });
    this.#layouts.set(bubble, { user, layout });
    return layout;
  }

  #erase({ box: { x, y, width, height }, bubble }: Label): void {
    this.#context.clearRect(x, y, width, height);
    if (!bubble) return;
    const { tail } = bubble;
    const edge = 4 * this.#lettering.block;
    const [left, top] = [Math.min(tail.x, tail.headX) - edge, Math.min(tail.y, tail.headY) - edge];
    const across = Math.abs(tail.x - tail.headX) + 2 * edge;
    this.#context.clearRect(left, top, across, Math.abs(tail.y - tail.headY) + 2 * edge);
  }

  #paint({ box, tag, bubble }: Label): void {
    const context = this.#context;
    if (!bubble) {
      if (tag) context.drawImage(tag, box.x, box.y);
      return;
    }
    const { layout, progress, tail } = bubble;
    drawBubble(context, layout, box.x, box.y, progress);
    if (tag) context.drawImage(tag, box.x + layout.padSide - this.#lettering.block, box.y);
    drawTail(context, tail, this.#lettering.block);
  }
}

function isAllTheSame(labels: readonly Label[], others: readonly Label[]): boolean {
  return (
    labels.length === others.length &&
    labels.every((label, index) => isSame(label, others[index] as Label))
  );
}

function isSame(one: Label, other: Label): boolean {
  return (
    one.tag === other.tag &&
    one.box.x === other.box.x &&
    one.box.y === other.box.y &&
    one.bubble?.layout === other.bubble?.layout &&
    one.bubble?.progress.page === other.bubble?.progress.page &&
    one.bubble?.progress.letters === other.bubble?.progress.letters &&
    one.bubble?.tail.x === other.bubble?.tail.x &&
    one.bubble?.tail.headX === other.bubble?.tail.headX &&
    one.bubble?.tail.headY === other.bubble?.tail.headY
  );
}
