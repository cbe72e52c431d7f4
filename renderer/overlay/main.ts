/** The overlay page: reads its address, links to the server and shows what it hears. */
import type { GuildId, UserId } from '../../shared/protocol.ts';
import { systemClock } from './clock.ts';
import { levelOf } from './draw/camera.ts';
import { Stage } from './draw/stage.ts';
import { FrameRate } from './frame-rate.ts';
import type { Hud, HudHost } from './hud/hud-host.ts';
import { hideKey } from './key-place.ts';
import { hourOf, Light } from './light.ts';
import { Loop } from './loop.ts';
import { createObsStudio } from './obs-studio.ts';
import { readParameters, readSocketHosts } from './parameters.ts';
import { Reporter } from './report.ts';
import { Show } from './show.ts';
import { TICK } from './sim/step.ts';
import { Link } from './socket.ts';

const socketHosts = document.querySelector<HTMLMetaElement>('meta[name="socket-hosts"]');
const { full, visible } = hideKey({ href: location.href, state: history.state });
if (visible.href !== location.href) history.replaceState(visible.state, '', visible.href);
const parameters = readParameters(full, readSocketHosts(socketHosts?.content));
const page = document.documentElement;
if (parameters.background !== null) page.style.backgroundColor = parameters.background;

const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const obs = createObsStudio(window);
const stage = new Stage(
  {
    picture: canvas('picture'),
    words: canvas('words'),
    names: parameters.names,
    bubbles: parameters.bubbles,
    text: parameters.text,
    theme: parameters.theme,
    isCalm,
  },
  {
    level: levelOf(parameters.zoom),
    anchorX: parameters.anchorX,
    anchorY: parameters.anchorY,
    lookX: 0,
    lookY: 0,
  },
);
let hud: Hud | null = null;
let guild: GuildId | null = null;
const loop = new Loop({
  clock: systemClock,
  nextFrame(action) {
    const frame = requestAnimationFrame(action);
    return () => cancelAnimationFrame(frame);
  },
  draw(world) {
    stage.draw(world);
    hud?.pictureDrawn();
  },
  fps: parameters.fps,
});
const show = new Show({
  seed: parameters.seed,
  world: { max: parameters.max, hideOffline: parameters.hideOffline, isCalm },
  onWorld: (world) => loop.load(world),
  onEvents: (events) => loop.tell(events),
  onRoster(guildId, members) {
    if (guild !== guildId) {
      guild = guildId;
      hud?.serversChanged();
    }
    page.dataset['members'] = String(members);
    if (guildId === null) delete page.dataset['guild'];
    else page.dataset['guild'] = guildId;
  },
});
const link = new Link({
  url: parameters.socketUrl,
  key: parameters.key,
  server: parameters.server,
  WebSocket,
  clock: systemClock,
  // Only the pause between two attempts depends on it.
  random: Math.random,
  listener: {
    stateChanged(state) {
      page.dataset['link'] = state;
      show.linkChanged(state === 'live');
    },
    serversChanged: () => hud?.serversChanged(),
    joined(guildId, users) {
      show.joined(guildId, users);
      reporter.joined();
      if (!parameters.still) return;
      reporter.stop();
      loop.freeze();
      link.stop();
    },
    presenceChanged: (presence) => show.presenceChanged(presence),
    messageSaid(message) {
      // Nobody wants to read, when the page is shown again, what was said behind its back.
      if (obs.isShown) show.messageSaid(message);
    },
  },
});
const frameRate = new FrameRate({ clock: systemClock, count: () => loop.drawings });
const reporter = new Reporter({
  clock: systemClock,
  send: (frame) => link.send(frame),
  read: () => ({
    viewport: { width: innerWidth, height: innerHeight },
    density: devicePixelRatio,
    fps: frameRate.read(),
    visible: obs.visible,
    active: obs.active,
    obs: obs.pluginVersion,
  }),
});

function resize(): void {
  stage.resize(innerWidth, innerHeight, devicePixelRatio);
  loop.redraw();
  reporter.changed();
}

function showOrHide(): void {
  if (obs.isShown) loop.resume();
  else loop.pause();
}

function setHour(hour: number): void {
  stage.setHour(hour);
  loop.redraw();
}

function hover(uid: UserId | null): void {
  if (stage.hover(uid)) loop.redraw();
}

/** What moves the view is drawn at once. */
function look(move: () => void): void {
  move();
  loop.redraw();
}

function hudHost(): HudHost {
  return {
    get servers() {
      return link.servers;
    },
    get guildId() {
      return guild;
    },
    members: show.members,
    join: (guildId) => link.join(guildId),
    memberAt: (x, y) => stage.creatureAt(x, y)?.user ?? null,
    areaOf: (uid) => stage.boxOf(uid),
    hover,
    centreOn: (uid) => look(() => stage.centreOn(uid)),
    panBy: (right, down) => look(() => stage.panBy(right, down)),
    zoomBy: (steps, x, y) => look(() => stage.zoomBy(steps, x, y)),
    resetView: () => look(() => stage.resetView()),
  };
}

function canvas(id: string): HTMLCanvasElement {
  const element = document.getElementById(id);
  if (element instanceof HTMLCanvasElement) return element;
  throw new Error(`The page has no canvas "${id}".`);
}

/** For benchmarks, and for whoever is curious: figures that nothing else depends on. */
Object.defineProperty(window, 'overlay', {
  value: Object.freeze({
    /** The island's time in seconds. */
    get seconds(): number {
      return (loop.world?.tick ?? 0) * TICK;
    },
    /** Pictures drawn so far. */
    get frames(): number {
      return loop.drawings;
    },
    /** Creatures on the island. */
    get members(): number {
      return loop.world?.creatures.size ?? 0;
    },
  }),
});

new Light({
  clock: systemClock,
  localHour: () => parameters.hour ?? hourOf(new Date()),
  onHour: setHour,
}).start();
resize();
addEventListener('resize', resize);
if (!parameters.hud && parameters.names === 'hover') {
  addEventListener('pointermove', ({ clientX, clientY }) => {
    hover(stage.creatureAt(clientX, clientY)?.user.uid ?? null);
  });
  page.addEventListener('pointerleave', () => hover(null));
}
obs.subscribe(() => {
  showOrHide();
  reporter.changed();
});
showOrHide();
reporter.start();
link.start();
if (parameters.hud) {
  const { createHud } = await import('./hud/hud.ts');
  hud = createHud(hudHost());
}
