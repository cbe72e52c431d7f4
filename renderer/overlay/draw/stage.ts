/** Shows a world: the picture, pixel by pixel at its own resolution, and words above it. */
import type { UserId } from '../../../shared/protocol.ts';
import type { Creature } from '../sim/creature.ts';
import { type Extent, extentOf } from '../sim/terrain.ts';
import type { World } from '../sim/world.ts';
import { createArt, type Detail, lightAt, type Theme } from './art/art.ts';
import { type Box, beaconBox, boxOf, creatureAt, isOnScreen } from './bodies.ts';
import {
  aimCamera,
  type Camera,
  centreView,
  panView,
  type View,
  type Viewport,
  zoomView,
} from './camera.ts';
import { Frame } from './frame.ts';
import { Scenery } from './scenery.ts';
import { type Named, type Speaker, Words, type WordsOptions } from './words/words.ts';

const NOBODY: readonly Named[] = [];
/** In a crowd of more, somebody is covered in any case. */
const MOST_BYSTANDERS = 300;

export interface StageOptions extends WordsOptions {
  readonly picture: HTMLCanvasElement;
  readonly words: HTMLCanvasElement;
  readonly theme: Theme;
  /** Nothing moves that does not have to: `prefers-reduced-motion`. */
  readonly isCalm: boolean;
}

export class Stage {
  readonly #options: StageOptions;
  readonly #frame: Frame;
  readonly #words: Words;
  #viewport: Viewport = { width: 1, height: 1 };
  #density = 1;
  #hour = 12;
  readonly #firstView: View;
  #view: View;
  #hovered: UserId | null = null;
  /** Of the island in its present size. */
  #extent: { readonly world: World; readonly half: number; readonly of: Extent } | null = null;
  /** For as long as nothing it depends on has changed. */
  #camera: { readonly extent: Extent; readonly of: Camera } | null = null;
  #scenery: Scenery | null = null;
  #world: World | null = null;

  constructor(options: StageOptions, view: View) {
    this.#options = options;
    this.#firstView = view;
    this.#view = view;
    this.#frame = new Frame(options.picture);
    this.#words = new Words(contextOf(options.words), options);
  }

  /** CSS pixels, and device pixels for each of them. Draw again after this. */
  resize(width: number, height: number, density: number): void {
    this.#density = density;
    this.#viewport = {
      width: Math.max(1, Math.round(width * density)),
      height: Math.max(1, Math.round(height * density)),
    };
    this.#camera = null;
    this.#words.resize(this.#viewport, density);
    const { style } = this.#options.words;
    style.width = `${this.#viewport.width / density}px`;
    style.height = `${this.#viewport.height / density}px`;
  }

  /** The island dragged by CSS pixels. Draw again after this. */
  panBy(right: number, down: number): void {
    if (!this.#world) return;
    const camera = this.#cameraOf(this.#world);
    this.#look(panView(this.#view, camera, right * this.#density, down * this.#density));
  }

  /** Nearer, or farther below 0, around a point of the page in CSS pixels. Draw again after this. */
  zoomBy(steps: number, x: number, y: number): void {
    if (!this.#world) return;
    const at = { x: x * this.#density, y: y * this.#density };
    const extent = this.#extentOf(this.#world);
    this.#look(zoomView(this.#view, this.#viewport, extent, steps, at));
  }

  /** As it was in the beginning. Draw again after this. */
  resetView(): void {
    this.#look(this.#firstView);
  }

  /** Brings a creature to the middle. Draw again after this. */
  centreOn(uid: UserId): void {
    const creature = this.#world?.creatures.get(uid);
    if (creature) this.#look(centreView(this.#view, creature));
  }

  /** From 0 to 24. Draw again after this. */
  setHour(hour: number): void {
    this.#hour = hour;
    this.#scenery = null;
  }

  /** Whose name is shown where names are shown on demand. Answers whether that is news. */
  hover(uid: UserId | null): boolean {
    const isNews = this.#hovered !== uid;
    this.#hovered = uid;
    return isNews;
  }

  draw(world: World): void {
    this.#world = world;
    const camera = this.#cameraOf(world);
    const scenery = this.#sceneryOf(camera.detail);
    this.#frame.fit(camera, this.#density);
    scenery.draw(this.#frame, world, camera);
    this.#words.draw({
      tick: world.tick,
      speakers: this.#speakers(world, camera),
      named: this.#named(world, camera),
      bystanders: () => bystanders(world, camera),
      isCalm: this.#options.isCalm,
    });
  }

  /** The front-most at a point of the page, in CSS pixels. */
  creatureAt(x: number, y: number): Creature | null {
    const world = this.#world;
    if (!world) return null;
    const camera = this.#cameraOf(world);
    return creatureAt(world, camera, x * this.#density, y * this.#density);
  }

  /** Where a creature is on the page, in CSS pixels; null when it is not on the island. */
  boxOf(uid: UserId): Box | null {
    const creature = this.#world?.creatures.get(uid);
    if (!this.#world || !creature) return null;
    const { x, y, width, height } = boxOf(creature, this.#world, this.#cameraOf(this.#world));
    const share = 1 / this.#density;
    return { x: x * share, y: y * share, width: width * share, height: height * share };
  }

  #look(view: View): void {
    this.#view = view;
    this.#camera = null;
  }

  #cameraOf(world: World): Camera {
    const extent = this.#extentOf(world);
    if (this.#camera?.extent !== extent) {
      this.#camera = { extent, of: aimCamera(this.#viewport, extent, this.#view) };
    }
    return this.#camera.of;
  }

  #extentOf(world: World): Extent {
    const { terrain, half } = world;
    if (this.#extent?.world !== world || this.#extent.half !== half) {
      this.#extent = { world, half, of: extentOf(terrain, half) };
    }
    return this.#extent.of;
  }

  #sceneryOf(detail: Detail): Scenery {
    if (this.#scenery?.detail !== detail) {
      const { theme, isCalm } = this.#options;
      const light = lightAt(this.#hour);
      this.#scenery = new Scenery(createArt({ detail, theme, light }), { isCalm });
      this.#frame.clear();
    }
    return this.#scenery;
  }

  #speakers(world: World, camera: Camera): readonly Speaker[] {
    const speakers: Speaker[] = [];
    for (const { speaker } of world.channels.values()) {
      const creature = speaker === null ? undefined : world.creatures.get(speaker);
      if (!creature?.bubble) continue;
      const { user, bubble } = creature;
      speakers.push({ user, bubble, body: boxOf(creature, world, camera) });
    }
    return speakers;
  }

  #named(world: World, camera: Camera): readonly Named[] {
    if (this.#options.names === 'always') return this.#allNamed(world, camera);
    const creature = this.#hovered === null ? undefined : world.creatures.get(this.#hovered);
    if (!creature || this.#hasNamedBubble(creature)) return NOBODY;
    return [{ user: creature.user, body: boxOf(creature, world, camera) }];
  }

  #hasNamedBubble({ bubble }: Creature): boolean {
    const { names, bubbles } = this.#options;
    return bubble !== null && bubbles && (names === 'speaking' || names === 'always');
  }

  /** Everybody on the screen but those whose bubble bears the name; of a crowd of dots, nobody. */
  #allNamed(world: World, camera: Camera): readonly Named[] {
    if (camera.detail === 'dots') return NOBODY;
    const named: Named[] = [];
    for (const creature of world.creatures.values()) {
      if (this.#hasNamedBubble(creature)) continue;
      const body = boxOf(creature, world, camera);
      if (isOnScreen(body, this.#viewport)) named.push({ user: creature.user, body });
    }
    return named;
  }
}

function bystanders(world: World, camera: Camera): Box[] {
  const boxes = [beaconBox(camera)];
  if (world.creatures.size > MOST_BYSTANDERS) return boxes;
  for (const creature of world.creatures.values()) {
    if (!creature.bubble) boxes.push(boxOf(creature, world, camera));
  }
  return boxes;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no Canvas2D.');
  return context;
}
